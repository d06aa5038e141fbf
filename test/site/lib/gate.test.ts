import { sanityImport } from '@sanity/import'
import { describe, expect, test } from 'vitest'
import { demoDocuments } from '#content/demo/documents.ts'
import { checkFacts, confirmFacts, publishFacts, verifyByTwo } from '../../verified.ts'
import { gatedLake, written } from '../gated-lake.ts'

// A Wednesday; the demo's dates are offsets from it.
const NOON = Date.parse('2026-03-04T12:00:00Z')
const TODAY = '2026-03-04'

describe('the gates', () => {
  test('let the demo in, by its seeding and by an archive in any order', async () => {
    const { content } = await gatedLake(NOON, { isEmpty: true })
    const documents = demoDocuments(new Date(NOON)).flat().map(written).toReversed()
    const client = content.client.withConfig({ perspective: 'raw' })
    await sanityImport(documents, { client, operation: 'createOrReplace' })
    expect(await client.fetch('count(*[_type == "campaign"])')).toBeGreaterThan(0)
  })

  test('keep the approvals and verifications of an archive from everybody but the process', async () => {
    const lake = await gatedLake(NOON, { isEmpty: true })
    const { client } = await lake.administrator()
    const documents = demoDocuments(new Date(NOON)).flat().map(written)
    const coming = sanityImport(documents, { client, operation: 'createOrReplace' })
    await expect(coming).rejects.toThrow(/somebody else|second person/)
    expect(await client.fetch('count(*[defined(verification)])')).toBe(0)
  })

  test('let two people change a number, and nobody alone', async () => {
    const lake = await gatedLake(NOON)
    const people = [await lake.administrator(), await lake.administrator()] as const
    const [{ client }] = people
    const id = 'helpline-open-door'
    const key = await client.fetch('*[_id == $id][0].numbers[0]._key', { id })
    const set = {
      [`numbers[_key=="${key}"].dial`]: '0808 157 0901',
      [`numbers[_key=="${key}"].e164`]: '+448081570901',
    }
    await publishFacts({ id, set, now: NOON }, people)
    expect(await client.fetch('*[_id == $id][0].numbers[0].dial', { id })).toBe('0808 157 0901')
    await checkFacts(id, people[0], NOON)
    await expect(confirmFacts(id, people[0], NOON)).rejects.toThrow(/you checked this yourself/)
  })

  test('take nobody for a second person who bears a token', async () => {
    const lake = await gatedLake(NOON)
    const [person, robot] = [await lake.administrator(), await lake.robot()]
    const id = 'helpline-open-door'
    await expect(checkFacts(id, robot, NOON)).rejects.toThrow(/a token cannot verify/)
    await checkFacts(id, person, NOON)
    await expect(confirmFacts(id, robot, NOON)).rejects.toThrow(/a token cannot verify/)
  })

  test('let one person withdraw at once, and nothing bring it back but two who verify it again', async () => {
    const lake = await gatedLake(NOON)
    const people = [await lake.administrator(), await lake.administrator()] as const
    const [{ client, id: withdrawnBy }] = people
    const id = 'helpline-chat'
    const ids = { draftId: `drafts.${id}`, publishedId: id }
    const publish = () => client.action({ actionType: 'sanity.action.document.publish', ...ids })
    await client.action({
      actionType: 'sanity.action.document.edit',
      ...ids,
      patch: { set: { note: 'A draft from before' } },
    })
    const withdrawnAt = new Date(NOON - 1000).toISOString()
    await client
      .patch(id)
      .set({ withdrawal: { withdrawnAt, withdrawnBy, reason: 'It rings in a hotel' } })
      .commit()
    const refusal = /withdrawn/
    await expect(publish()).rejects.toThrow(refusal)
    await expect(client.patch(id).unset(['withdrawal']).commit()).rejects.toThrow(refusal)
    await expect(client.delete(id)).rejects.toThrow(/withdrawn|references to it/)
    await verifyByTwo(ids.draftId, people, NOON)
    await publish()
    expect(await client.fetch('defined(*[_id == $id][0].withdrawal)', { id })).toBe(false)
  })

  test('keep a newer verification from being overwritten by the older one of a draft', async () => {
    const lake = await gatedLake(NOON)
    const people = [await lake.administrator(), await lake.administrator()] as const
    const [{ client }] = people
    const id = 'helpline-chat'
    const ids = { draftId: `drafts.${id}`, publishedId: id }
    await client.action({
      actionType: 'sanity.action.document.edit',
      ...ids,
      patch: { set: { note: 'Begun before' } },
    })
    await verifyByTwo(id, people, NOON)
    const publish = () => client.action({ actionType: 'sanity.action.document.publish', ...ids })
    await expect(publish()).rejects.toThrow(/verified again on 2026-03-04, after this draft/)
    const verification = await client.fetch('*[_id == $id][0].verification', { id })
    await client.patch(ids.draftId).set({ verification }).commit()
    await publish()
    expect(await client.fetch('*[_id == $id][0].note', { id })).toBe('Begun before')
  })

  test('let a text be withdrawn explicitly, and not come back by an old draft', async () => {
    const lake = await gatedLake(NOON)
    const { client, id: withdrawnBy } = await lake.administrator()
    const id = 'message-debt'
    const ids = { draftId: `drafts.${id}`, publishedId: id }
    await client.action({
      actionType: 'sanity.action.document.edit',
      ...ids,
      patch: { set: { topic: 'wages' } },
    })
    const withdrawn = { withdrawnOn: TODAY, withdrawnBy, reason: 'It names a place' }
    await client.patch(id).set({ 'heading[language=="ar"].value.withdrawn': withdrawn }).commit()
    const publish = client.action({ actionType: 'sanity.action.document.publish', ...ids })
    await expect(publish).rejects.toThrow(/Arabic \(ar\): this text was withdrawn/)
  })

  test('let a guide be withdrawn by one write, and not come back by its old approval', async () => {
    const lake = await gatedLake(NOON)
    const { client, id: withdrawnBy } = await lake.administrator()
    const id = await client.fetch('*[_type == "guide" && language == "en"][0]._id')
    const ids = { draftId: `drafts.${id}`, publishedId: id }
    await client.action({
      actionType: 'sanity.action.document.edit',
      ...ids,
      patch: { set: { audience: 'bystander' } },
    })
    const withdrawn = { withdrawnOn: TODAY, withdrawnBy, reason: 'It names a place' }
    await client.patch(id).set({ withdrawn }).commit()
    const publish = () => client.action({ actionType: 'sanity.action.document.publish', ...ids })
    await expect(publish()).rejects.toThrow(/this text was withdrawn/)
    await expect(client.patch(id).unset(['withdrawn']).commit()).rejects.toThrow(/was withdrawn/)
    await expect(client.delete(id)).rejects.toThrow(/Discard the draft first|references to it/)
  })

  test('take no approval from who bears a token', async () => {
    const lake = await gatedLake(NOON)
    const { client, id } = await lake.robot()
    const [was] = await client.fetch('*[_id == "message-debt"]')
    const approved = { text: 'كلمات', sourceHash: 'a1', approvedBy: id, approvedOn: TODAY }
    const heading = was.heading.map((item: { language: string; value: object }) =>
      item.language === 'ar'
        ? { ...item, value: { ...item.value, text: 'كلمات', approved } }
        : item,
    )
    const write = client.patch('message-debt').set({ heading }).commit()
    await expect(write).rejects.toThrow(/a token cannot approve/)
  })

  test('tell each reason with its place and language, by whichever way in', async () => {
    const lake = await gatedLake(NOON)
    const { client } = await lake.administrator()
    const set = { languages: ['en', 'tr'] }
    const write = client.patch('campaign-know-the-way').set(set).commit()
    await expect(write).rejects.toMatchObject({
      statusCode: 422,
      details: {
        type: 'mutationError',
        items: expect.arrayContaining([
          {
            error: expect.objectContaining({
              type: 'validationError',
              id: 'message-debt',
              path: 'heading',
              language: 'tr',
              description: expect.stringContaining('Turkish (tr)'),
            }),
          },
        ]),
      },
    })
  })
})
