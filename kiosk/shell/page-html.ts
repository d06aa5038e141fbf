import { escapeHtml } from './last-resort.ts'

/** Addresses of what the page loads. */
export type PageAssets = { scripts: readonly string[]; styles: readonly string[] }

/**
 * The one page of every screen. It loads nothing from elsewhere, has nothing inline, and shows `body`
 * until the player has something better. The title is neutral: anyone may be seen in front of it.
 */
export function pageHtml({
  title,
  body,
  assets,
}: {
  title: string
  body: string
  assets: PageAssets
}): string {
  const styles = assets.styles.map((href) => `<link rel="stylesheet" href="${href}">`)
  const scripts = assets.scripts.map((src) => `<script type="module" src="${src}"></script>`)
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="theme-color" content="#FFC83D">
<meta name="robots" content="noindex">
<title>${escapeHtml(title)}</title>
<link rel="icon" href="/screen/icon.svg" type="image/svg+xml">
<link rel="manifest" href="/screen/app.webmanifest">
${[...styles, ...scripts].join('\n')}
</head>
<body><div class="screen">${body}</div></body>
</html>
`
}

/** The same for the day when not even the shell is left: one file that needs nothing but itself. */
export function standaloneHtml({ title, body }: { title: string; body: string }): string {
  return `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${escapeHtml(title)}</title><style>body{margin:5vmin;font:clamp(15px,2.2vmin,64px)/1.7 sans-serif;color:#10222B;background:#FFC83D}h1{font-size:6em;margin:0;line-height:1}svg{width:5em;height:5em}</style>${body}</html>`
}
