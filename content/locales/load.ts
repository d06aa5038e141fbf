import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { z } from 'zod'
import { languageTag } from '#content/model/language-tag.ts'
import type { Strings } from './speaker.ts'

const table = z.record(z.string(), z.string())

/** Reads every `<tag>.json` beside this file, or in another folder. Throws if one is not flat text. */
export async function loadStrings(folder = import.meta.dirname): Promise<Strings> {
  const files = (await readdir(folder)).filter((file) => file.endsWith('.json'))
  const tags = files
    .map((file) => path.basename(file, '.json'))
    .filter((name) => languageTag.safeParse(name).success)
  const entries = tags.map(async (tag) => {
    const text = await readFile(path.join(folder, `${tag}.json`), 'utf8')
    return [tag, table.parse(JSON.parse(text))] as const
  })
  return Object.fromEntries(await Promise.all(entries))
}
