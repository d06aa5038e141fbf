/**
 * Where somebody wanted to go, as a path on our own origin; `/account` for everything else.
 *
 * @example returnPath('https://waymark.example/studio?x=1', ['https://waymark.example']) // '/studio?x=1'
 */
export function returnPath(wanted: string | undefined, origins: readonly string[]): string {
  const [base] = origins
  const url = wanted && URL.canParse(wanted, base) ? new URL(wanted, base) : undefined
  if (url === undefined || !origins.includes(url.origin)) return '/account'
  // Two slashes at the beginning would lead to another host.
  return `${url.pathname.replace(/^\/{2,}/, '/')}${url.search}`
}
