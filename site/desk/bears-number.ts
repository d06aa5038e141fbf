/** A way to reach somebody, as far as it can be found again: on a page, in a release, on paper. */
export type SoughtNumber = { dial: string; e164?: string | undefined; url?: string | undefined }

/** A number has at least so many digits; what has fewer is a word such as "Chat". */
const FEWEST_DIGITS = 3

/** Whether a page has one of these numbers, in its words or behind a link. `html` as readers get it. */
export function pageBears(html: string, numbers: readonly SoughtNumber[]): boolean {
  const words = html.replace(/<[^>]*>/g, ' ').replace(/&nbsp;|&#160;|&#xa0;/gi, ' ')
  return numbers.some(({ dial, e164, url }) => {
    const links = [e164, e164?.slice(1), digitsOf(dial)].filter((one) => one !== undefined)
    return (
      spelled(dial)?.test(words) === true ||
      links.some((one) => one !== '' && hrefs(one).some((href) => html.includes(href))) ||
      (url !== undefined && html.includes(`"${url.replaceAll('&', '&amp;')}"`))
    )
  })
}

/** Whether a release has one of these numbers among its facts. `payload` is its JSON. */
export function releaseBears(payload: string, numbers: readonly SoughtNumber[]): boolean {
  return numbers.some(({ dial, e164, url }) =>
    Object.entries({ dial, e164, url }).some(
      ([name, value]) =>
        value !== undefined && payload.includes(`"${name}":${JSON.stringify(value)}`),
    ),
  )
}

/** Those of the numbers that stand among what a piece says, however they are spaced. */
export function borneBy(
  printed: readonly string[],
  numbers: readonly SoughtNumber[],
): SoughtNumber[] {
  const there = new Set(printed.map(digitsOf))
  return numbers.filter(({ dial, e164 }) =>
    [dial, e164].some((one) => one !== undefined && hasDigits(one) && there.has(digitsOf(one))),
  )
}

/** The digits of a number, with the plus of an international one; `00` is that plus. */
function digitsOf(text: string): string {
  return text.replace(/[^0-9+*#]/g, '').replace(/^00/, '+')
}

function hasDigits(text: string): boolean {
  return (text.match(/\d/g) ?? []).length >= FEWEST_DIGITS
}

function hrefs(number: string): string[] {
  return ['tel:', 'sms:', 'https://wa.me/'].map((way) => `${way}${number}"`)
}

/** Paper and pages may have no-break and narrow spaces or hyphens between any two digits. */
function spelled(dial: string): RegExp | undefined {
  const digits = dial.match(/[0-9]/g) ?? []
  if (digits.length < FEWEST_DIGITS) return undefined
  return new RegExp(`(?<![0-9])${digits.join('[\\s\\u00a0\\u202f\\u2011().-]*')}(?![0-9])`)
}
