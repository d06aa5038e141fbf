/** Addresses of what the page loads; `preloads` are scripts that the others begin with. */
export type PageAssets = {
  preloads?: readonly string[]
  scripts: readonly string[]
  styles: readonly string[]
}

// Nothing but this page may be there to say that nothing else is: the words come by themselves, after a while.
const WAITING = `
html, body, #studio { height: 100% }
body { margin: 0; font: 16px/1.5 system-ui, sans-serif; color-scheme: light dark }
.waiting { max-width: 34rem; margin: 20vh auto 0; padding: 0 1.5rem }
.waiting p { margin: 0 0 1rem }
.late { visibility: hidden; animation: come 0s 12s forwards }
@keyframes come { to { visibility: visible } }
`

/** The one page of the Studio, whatever the address below `/studio`. It says what to do where the Studio stays away. */
export function pageHtml({ preloads = [], scripts, styles }: PageAssets): string {
  const links = styles.map((href) => `<link rel="stylesheet" href="${href}">`)
  const early = preloads.map((href) => `<link rel="modulepreload" href="${href}">`)
  const sources = scripts.map((src) => `<script type="module" src="${src}"></script>`)
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">
<meta name="robots" content="noindex">
<title>Waymark Studio</title>
<link rel="icon" href="data:,">
<style>${WAITING}</style>
${[...links, ...early, ...sources].join('\n')}
</head>
<body><div id="studio"><main class="waiting">
<p>Opening the Studio …</p>
<p class="late">It has not opened yet. Check your connection and reload this page. If that does not help, the
server may be restarting: what you have written and seen saved is kept. Your browser has to be of the last two years.</p>
<noscript><p>The Studio needs JavaScript. Switch it on for this site and reload this page.</p></noscript>
</main></div></body>
</html>
`
}
