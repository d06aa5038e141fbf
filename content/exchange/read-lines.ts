import { Mistake } from '#content/model/errors.ts'

/**
 * Longest line of NDJSON that is read, in characters. No document can be larger: the lake keeps
 * none above 3 MB, and takes 4 MB in one request, as the hosted one.
 */
const LONGEST_LINE = 4 * 1024 * 1024

/**
 * Parses newline-delimited JSON as it comes; empty lines count as nothing.
 *
 * @param name what is read, for the error
 * @throws Mistake that names the line
 */
export async function* readLines(
  chunks: AsyncIterable<Uint8Array>,
  name: string,
): AsyncGenerator<unknown> {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  let rest = ''
  let line = 0
  const parse = (text: string) => {
    line += 1
    if (text.length > LONGEST_LINE) throw wrong(name, line, 'is longer than 4 MB')
    try {
      const value: unknown = text.trim() === '' ? undefined : JSON.parse(text)
      return value === undefined ? undefined : { value }
    } catch (cause) {
      throw wrong(name, line, 'is no JSON', cause)
    }
  }
  const decode = (chunk?: Uint8Array) => {
    try {
      return chunk ? decoder.decode(chunk, { stream: true }) : decoder.decode()
    } catch (cause) {
      throw wrong(name, line + 1, 'is no UTF-8', cause)
    }
  }
  for await (const chunk of chunks) {
    const lines = (rest + decode(chunk)).split('\n')
    rest = lines.pop() ?? ''
    if (rest.length > LONGEST_LINE)
      throw wrong(name, line + lines.length + 1, 'is longer than 4 MB')
    for (const text of lines) {
      const parsed = parse(text)
      if (parsed) yield parsed.value
    }
  }
  const parsed = parse(rest + decode())
  if (parsed) yield parsed.value
}

function wrong(name: string, line: number, what: string, cause?: unknown): Mistake {
  return new Mistake('archive', `${name}, line ${line}: it ${what}.`, { cause })
}
