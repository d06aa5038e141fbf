/**
 * Operations of a Mendoza patch that ours are made of; each is followed by its parameters.
 *
 * @see https://github.com/sanity-io/mendoza/blob/master/docs/format.adoc
 */
export const OPCODE = {
  /** value */
  value: 0,
  blank: 2,
  /** index of the field among the sorted names */
  pushFieldCopy: 10,
  /** index of the field among the sorted names */
  pushFieldBlank: 11,
  /** index */
  pushElementCopy: 12,
  /** index */
  pushElementBlank: 13,
  returnIntoObjectSameKeyPop: 15,
  returnIntoArrayPop: 16,
  /** value, name */
  objectSetFieldValue: 17,
  /** index of the field among the sorted names */
  objectDeleteField: 19,
  /** value */
  arrayAppendValue: 20,
  /** from, to: indexes */
  arrayAppendSlice: 21,
  /** text */
  stringAppendString: 22,
  /** from, to: bytes of UTF-8 */
  stringAppendSlice: 23,
} as const

/** Operations and their parameters in one flat list, as JSON carries them. */
export type Operations = readonly unknown[]

/**
 * Finds the operations that make a value out of another, starting from a blank for strings and
 * arrays and from a copy for objects. Undefined: sending the new value is better.
 */
export type Differ = (before: unknown, after: unknown) => Operations | undefined
