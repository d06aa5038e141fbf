/** Decimal digits of any script, and numerals such as the Ethiopic ones. */
const NUMERALS = /[\p{Nd}\p{No}\p{Nl}]/gu
const ADDRESS = /:\/\/|\bwww\.|@|\btel:|\b[a-z0-9-]+\.(?:com|org|net|info|eu|int|example)\b/i
/** Signs that the machine which fills sentences would act upon, or a browser. */
const SIGNS = /[<>]|\{\{|\}\}|\$t\(|[^\P{Cc}\n]/u

/**
 * What words of ours may not bring: they stand on every page, and one person alone approves them. Numbers and
 * addresses come from facts, which two verify. Undefined where there is nothing of the kind.
 */
export function foreignMatter(
  source: string,
  text: string,
): 'number' | 'address' | 'signs' | undefined {
  const words = bare(text)
  if (SIGNS.test(words)) return 'signs'
  if (ADDRESS.test(words) && !ADDRESS.test(bare(source))) return 'address'
  const count = (one: string) => (one.match(NUMERALS) ?? []).length
  return count(words) >= 2 && count(bare(source)) < 2 ? 'number' : undefined
}

/** A sentence without its gaps. */
function bare(text: string): string {
  return text.replace(/\{\{\s*[\w.-]+\s*\}\}/g, '')
}
