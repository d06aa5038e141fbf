/**
 * What robots read before anything else. Where help may be found nothing is forbidden here: a robot that may not open a
 * printed code cannot read there that it is not to be listed.
 *
 * Source: RFC 9309.
 */
export function robotsText(isFindable: boolean): string {
  return `User-agent: *\n${isFindable ? 'Allow' : 'Disallow'}: /\n`
}
