const PREFIX = 'token-'

/** Id of a token, of its random part: no account has one that begins so. */
export function tokenId(random: string): string {
  return `${PREFIX}${random}`
}

/** Whether somebody is a program that bears a token, and no person. */
export function isTokenId(id: string): boolean {
  return id.startsWith(PREFIX)
}
