import { pino } from 'pino'
import { onTestFinished } from 'vitest'
import { z } from 'zod'
import { createContentClient } from '#content/client.ts'
import { seedDemo } from '#content/demo/seed.ts'
import { type Content, openContent } from '../../site/lib/content.ts'
import { temporaryFolder } from '../browser.ts'
import { makeAccount } from '../content/access/people.ts'
import { type Person, personOf } from '../verified.ts'

const document = z.looseObject({ _id: z.string(), _type: z.string() })

/** A whole lake with the real gates and the demo in it, and how to write to it as an administrator, or as a program. */
export type GatedLake = {
  content: Content
  administrator: () => Promise<Person>
  /** Bears a token of an administrator's rights. */
  robot: () => Promise<Person>
  stop: () => Promise<void>
}

/** Opens it; `now` is epoch ms. */
export async function openGatedLake(now: number, { isEmpty = false } = {}): Promise<GatedLake> {
  const { folder, remove } = await temporaryFolder('gate')
  const content = await openContent({
    settings: { dataFolder: folder, host: '127.0.0.1', reading: 'closed' },
    origin: 'http://127.0.0.1:1',
    log: pino({ level: 'silent' }),
    now: () => now,
  })
  let people = 0
  if (!isEmpty) await seedDemo({ client: content.client, now: new Date(now) })
  return {
    content,
    async administrator() {
      const { accounts, clientFor } = content
      if (!accounts || !clientFor) throw new Error('The lake is not embedded')
      const email = `administrator-${++people}@waymark.example`
      const id = await makeAccount(accounts, email, [
        { role: 'administrator', organizations: 'all' },
      ])
      return { client: clientFor(id).withConfig({ perspective: 'raw' }), id }
    },
    async robot() {
      const { lake, accounts } = content
      if (!lake || !accounts) throw new Error('The lake is not embedded')
      const { token } = accounts.tokens.issue({ role: 'administrator' })
      return personOf(createContentClient({ lake, token, perspective: 'raw' }))
    },
    async stop() {
      await content.stop()
      await remove()
    },
  }
}

/** The same for one test alone. */
export async function gatedLake(now: number, options?: { isEmpty?: boolean }): Promise<GatedLake> {
  const lake = await openGatedLake(now, options)
  onTestFinished(() => lake.stop())
  return lake
}

/** A document as it is written, without what the lake itself puts on it. */
export function written(whole: Record<string, unknown>) {
  const own = Object.entries(whole).filter(([name]) => !/^_(?!id|type)/.test(name))
  return document.parse(Object.fromEntries(own))
}
