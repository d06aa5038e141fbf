import { afterEach, beforeEach, expect, test } from 'vitest'
import { keepPrintedOrigin } from '../../../site/lib/printed-origin.ts'
import { temporaryFolder } from '../../browser.ts'

const OLD = 'https://help.example'
const NEW = 'https://other.example'

let folder: Awaited<ReturnType<typeof temporaryFolder>>
beforeEach(async () => {
  folder = await temporaryFolder('origin')
})
afterEach(() => folder.remove())

const start = (origin: string | undefined, { live = 3, isForced = false } = {}) =>
  keepPrintedOrigin({
    dataFolder: folder.folder,
    origin,
    isForced,
    countLiveCodes: async () => live,
  })

test('printed codes keep their origin: another one is refused, with the ways out', async () => {
  await start(OLD)
  await start(OLD)
  await expect(start(NEW)).rejects.toThrow(
    /WAYMARK_ORIGIN is "https:\/\/other\.example".*3 printed pieces lead to https:\/\/help\.example.*--force/,
  )
  await expect(start(OLD)).resolves.toBeUndefined()
})

test('whoever forces it moves, and need not force it again', async () => {
  await start(OLD)
  await start(NEW, { isForced: true })
  await expect(start(NEW)).resolves.toBeUndefined()
  await expect(start(OLD)).rejects.toThrow(/lead to https:\/\/other\.example/)
})

test('where no printed code is live the origin is free', async () => {
  await start(OLD)
  await expect(start(NEW, { live: 0 })).resolves.toBeUndefined()
})

test('a start without an origin forgets nothing', async () => {
  await start(OLD)
  await start(undefined)
  await expect(start(NEW)).rejects.toThrow(/lead to https:\/\/help\.example/)
})
