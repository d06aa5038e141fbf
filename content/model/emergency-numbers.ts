/**
 * National emergency number by country (ISO 3166-1). Sources: 112 in the EU, EEA and the countries that
 * joined it (Directive (EU) 2018/1972, article 109; ITU-T E.161.1 for the alternatives 911 and 999).
 * The demo's made-up countries (XA to XZ) use 112.
 */
const OWN_NUMBERS: Readonly<Record<string, string>> = {
  US: '911',
  CA: '911',
  MX: '911',
  GB: '999',
  NG: '112',
  IN: '112',
  CN: '110',
  TR: '112',
  UA: '112',
  TN: '197',
  MA: '19',
  LY: '1515',
  EG: '122',
  AL: '112',
  BA: '112',
  ME: '112',
  MK: '112',
  RS: '112',
}

// Handsets route 112 to the local emergency service in every mobile network (3GPP TS 22.101, 10.1); fixed lines may not.
const COMMON_NUMBER = '112'

/** The number to dial when life is in danger. A country that is not in the table gets 112, which every mobile telephone routes. */
export function emergencyNumber(country: string): string {
  return OWN_NUMBERS[country] ?? COMMON_NUMBER
}

/** Every number of the table, each once. */
export const emergencyNumbers: readonly string[] = [
  ...new Set([COMMON_NUMBER, ...Object.values(OWN_NUMBERS)]),
]
