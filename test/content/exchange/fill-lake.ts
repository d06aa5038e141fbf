import type { SanityClient } from '@sanity/client'
import { halves } from '../lake/asset-fixtures.ts'

const AT_ONCE = 500

/**
 * Writes documents of every sort that an archive has to carry: strong and weak references in circles, drafts, images
 * with hotspot, files, nested lists, words in many scripts.
 *
 * @param count how many documents at least
 */
export async function fillLake(client: SanityClient, count: number): Promise<void> {
  const image = await client.assets.upload('image', await (await halves(40, 20)).png().toBuffer(), {
    filename: 'two halves.png',
  })
  const spare = await client.assets.upload('image', await (await halves(20, 20)).jpeg().toBuffer())
  const film = await client.assets.upload('file', Buffer.from('%PDF-1.7\nwords\n%%EOF'), {
    filename: 'leaflet.pdf',
  })
  await client.patch(spare._id).set({ title: 'nobody uses it', altText: 'a square' }).commit()
  const reference = (_ref: string) => ({ _type: 'reference', _ref })
  const documents = Array.from({ length: count }, (_, index) => ({
    _id: `${index % 10 === 9 ? 'drafts.' : ''}note-${index}`,
    _type: index % 3 === 0 ? 'note' : 'page',
    _createdAt: new Date(Date.UTC(2026, 0, 1, 0, 0, index)).toISOString(),
    title: `Note ${index} · مساعدة · እርዳታ · सहायता`,
    ...(index % 5 === 0 && {
      picture: {
        _type: 'image',
        asset: reference(image._id),
        hotspot: { x: 0.25, y: 0.5, width: 0.1, height: 0.1 },
      },
      attachments: [{ _key: 'a', _type: 'file', asset: reference(film._id), note: 'read it' }],
    }),
    body: [
      {
        _key: 'b1',
        _type: 'block',
        children: [{ _key: 's1', _type: 'span', text: `Text ${index}` }],
      },
    ],
    numbers: [1, 2.5, true],
  }))
  for (let from = 0; from < count; from += AT_ONCE) {
    const transaction = client.transaction()
    for (const document of documents.slice(from, from + AT_ONCE)) transaction.create(document)
    await transaction.commit()
  }
  for (let from = 0; from < count; from += AT_ONCE) {
    const transaction = client.transaction()
    for (const [place, { _id }] of documents.slice(from, from + AT_ONCE).entries()) {
      const next = `note-${Math.floor(((from + place + 7) % count) / 10) * 10}`
      transaction.patch(_id, (patch) =>
        patch.set({
          next: reference(next),
          later: {
            ...reference('not-there-yet'),
            _weak: true,
            _strengthenOnPublish: { type: 'note' },
          },
          many: [{ _key: 'r', ...reference('note-0') }],
        }),
      )
    }
    await transaction.commit()
  }
}
