/**
 * An id that XLIFF takes (an NMTOKEN) for a place in a document: `heading`, `statements:a`. Letters, digits, `.` and
 * `-` stay; all other signs become their code between underscores, so that no two places share an id.
 */
export function unitId(field: string, key?: string): string {
  return key === undefined ? field : `${field}:${key.replace(/[^A-Za-z0-9.-]/gu, coded)}`
}

function coded(sign: string): string {
  return `_${(sign.codePointAt(0) ?? 0).toString(16)}_`
}
