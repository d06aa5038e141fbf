/** What is wrong with a new password, if anything. */
export type PasswordFault = 'short' | 'long' | 'common' | 'personal'

const SHORTEST = 12
const LONGEST = 128
// Beginnings of what everybody tries first, as letters without digits that stand for them.
const COMMON =
  /password|passwort|motdepasse|contrase|qwerty|azerty|qwertz|letmein|welcome|iloveyou|administrator|changeme|waymark|123456|abcdef/g

/**
 * Judges a new password by length, by what everybody tries and by the person's own name.
 * Source: NIST SP 800-63B, 5.1.1.2: length and a block list, no rules on kinds of letters.
 */
export function passwordFault(
  password: string,
  { email, name }: { email: string; name: string },
): PasswordFault | undefined {
  const length = [...password].length
  if (length < SHORTEST) return 'short'
  if (length > LONGEST) return 'long'
  const plain = password.toLowerCase()
  const [local = ''] = email.toLowerCase().split('@')
  const own = [local, ...name.toLowerCase().split(/\s+/)].filter((word) => word.length >= 4)
  if (own.some((word) => plain.includes(word))) return 'personal'
  const letters = plain.replace(/0/g, 'o').replace(/[1!]/g, 'i').replace(/[3]/g, 'e')
  const spelled = letters.replace(/[@4]/g, 'a').replace(/[$5]/g, 's')
  const rest = [plain, spelled].map((text) => text.replace(COMMON, ''))
  if (rest.some((text) => new Set(text).size < 5)) return 'common'
  return undefined
}
