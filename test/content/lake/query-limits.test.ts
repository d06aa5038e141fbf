import { expect, test } from 'vitest'
import { overHttp } from './transports.ts'

test('a query without end gets an error that says so over HTTP, and delays nobody', async () => {
  const { client, close } = await overHttp()
  try {
    const transaction = client.transaction()
    for (let n = 0; n < 1000; n++) transaction.create({ _id: `p${n}`, _type: 'place', n })
    await transaction.commit()
    const endless = client
      .fetch('count(*[count(*[count(*[count(*[n > ^.n]) > ^.n]) > ^.n]) > 0])')
      .then(
        () => 'an answer',
        (error: unknown) => error,
      )
    const waits: number[] = []
    let isOver = false
    void endless.then(() => {
      isOver = true
    })
    while (!isOver) {
      const before = performance.now()
      expect(await client.fetch('*[_id == "p7"][0].n')).toBe(7)
      waits.push(performance.now() - before)
    }
    expect(await endless).toMatchObject({
      statusCode: 408,
      message: expect.stringContaining('The query ran longer than 5 s'),
      response: { body: { error: { type: 'queryTimeout' } } },
    })
    const median = waits.sort((a, b) => a - b)[waits.length >> 1]
    expect(median).toBeLessThan(50)
    await client.patch('p7').set({ n: 8 }).commit()
    expect(await client.fetch('count(*[n == 8])')).toBe(2)
  } finally {
    await close()
  }
})
