import { expect, test } from 'vitest'
import { inlinePicture } from '../../../site/lib/inline-picture.ts'

const ADDRESS = 'http://127.0.0.1/lake/images/waymark/production/abc-10x10.png'

const answering = (body: BodyInit, type: string, status = 200) => {
  const asked: string[] = []
  const fetchPicture = async ({ url }: Request) => {
    asked.push(url)
    return new Response(body, { status, headers: { 'content-type': type } })
  }
  return { asked, fetchPicture }
}

test('an emblem stands in the page itself, drawn small', async () => {
  const { asked, fetchPicture } = answering('bytes', 'image/webp')
  expect(await inlinePicture(ADDRESS, fetchPicture)).toBe('data:image/webp;base64,Ynl0ZXM=')
  expect(asked).toEqual([`${ADDRESS}?h=128&fit=max&fm=webp`])
})

test.each([
  ['not there', answering('no', 'text/plain', 404)],
  ['no picture', answering('<script>', 'text/html')],
  ['too large', answering(new Uint8Array(40_000), 'image/webp')],
])('one that is %s is left out', async (_, { fetchPicture }) => {
  expect(await inlinePicture(ADDRESS, fetchPicture)).toBeUndefined()
})
