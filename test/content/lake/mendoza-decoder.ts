type Entry = { value: unknown; name?: string }

/**
 * Applies a Mendoza patch as its format says, with the signature of `applyPatch` of the npm
 * package `mendoza`.
 *
 * @see https://github.com/sanity-io/mendoza/blob/master/docs/format.adoc
 */
export function applyPatch(root: unknown, patch: readonly unknown[]): unknown {
  const inputs: Entry[] = [{ value: root }]
  const outputs: unknown[] = [root]
  let at = 0
  const read = () => patch[at++]
  const number = () => Number(read())
  const input = () => inputs.at(-1) ?? fail('nothing to read from')
  const returned = () => (outputs.length > 1 ? outputs.pop() : fail('nothing to return'))
  const put = (value: unknown) => outputs.splice(-1, 1, value)
  const nameAt = (index: number) =>
    Object.keys(objectOf(input().value)).sort()[index] ?? fail(index)

  const pushField = () => {
    const name = nameAt(number())
    inputs.push({ value: objectOf(input().value)[name], name })
  }
  const pushElement = () => {
    const index = number()
    const list = listOf(input().value)
    if (!(index in list)) fail(`no item ${index}`)
    inputs.push({ value: list[index] })
  }
  const intoObject = (name: string) => {
    const value = returned()
    put({ ...objectOf(outputs.at(-1) ?? {}), [name]: value })
  }
  const intoArray = () => {
    const value = returned()
    put([...listOf(outputs.at(-1) ?? []), value])
  }

  const run: Record<number, () => void> = {
    0: () => outputs.push(read()),
    2: () => outputs.push(null),
    10: () => {
      pushField()
      outputs.push(input().value)
    },
    11: () => {
      pushField()
      outputs.push(null)
    },
    12: () => {
      pushElement()
      outputs.push(input().value)
    },
    13: () => {
      pushElement()
      outputs.push(null)
    },
    15: () => {
      intoObject(input().name ?? fail('not in a field'))
      inputs.pop()
    },
    16: () => {
      intoArray()
      inputs.pop()
    },
    17: () => {
      outputs.push(read())
      intoObject(String(read()))
    },
    19: () => {
      const { [nameAt(number())]: _deleted, ...rest } = objectOf(outputs.at(-1))
      put(rest)
    },
    20: () => put([...listOf(outputs.at(-1) ?? []), read()]),
    21: () => {
      const [from, to] = [number(), number()]
      put([...listOf(outputs.at(-1) ?? []), ...listOf(input().value).slice(from, to)])
    },
    22: () => put(textOf(outputs.at(-1) ?? '') + textOf(read())),
    23: () => {
      const [from, to] = [number(), number()]
      put(textOf(outputs.at(-1) ?? '') + bytesOf(textOf(input().value), from, to))
    },
  }
  while (at < patch.length) {
    const code = number()
    const step = run[code] ?? fail(`no operation ${code}`)
    step()
  }
  return outputs.at(-1)
}

/** Text between two places, which are counted in bytes of UTF-8 and have to lie between letters. */
function bytesOf(text: string, from: number, to: number): string {
  const starts = [0]
  for (const letter of text) starts.push((starts.at(-1) ?? 0) + Buffer.byteLength(letter))
  const [first, last] = [starts.indexOf(from), starts.indexOf(to)]
  if (first < 0 || last < first) fail(`no letters from ${from} to ${to}`)
  return [...text].slice(first, last).join('')
}

function objectOf(value: unknown): Record<string, unknown> {
  const isObject = typeof value === 'object' && value !== null && !Array.isArray(value)
  return isObject ? Object.fromEntries(Object.entries(value)) : fail('not an object')
}

function listOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value : fail('not a list')
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : fail('not a text')
}

function fail(reason: unknown): never {
  throw new Error(`The patch is broken: ${reason}`)
}
