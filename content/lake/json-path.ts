import { z } from 'zod'

const NAME = '[A-Za-z_][A-Za-z0-9_]*'
const QUOTED = `"(?:[^"\\\\]|\\\\.)*"|'(?:[^'\\\\]|\\\\.)*'`
const BRACKETS = `\\[(?:${QUOTED}|[^\\[\\]"'])+\\]`

const PATH = new RegExp(
  `^(?:\\.\\.)?(?:${NAME}|${BRACKETS})(?:\\.\\.?${NAME}|\\.\\.${BRACKETS}|${BRACKETS})*$`,
)

/**
 * A JSONPath of a patch, such as `names[_key=="ti"].value`. `@sanity/mutator` (6.9.1) stops
 * reading at what it does not understand and applies the part before: `a-b` would change `a`.
 * So the whole path has to be one.
 */
export const jsonPath = z
  .string()
  .max(1024)
  .regex(PATH, 'not a path; write it as in names[_key=="ti"].value')
