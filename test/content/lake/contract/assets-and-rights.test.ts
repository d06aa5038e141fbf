import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import { clientError, contract, firstProblem } from './contract.ts'

contract((under) => {
  const { make, ids } = under

  describe('assets', () => {
    const picture = () =>
      sharp({ create: { width: 3, height: 2, channels: 3, background: 'red' } })
        .png()
        .toBuffer()
    const served = (url: string, init?: RequestInit) =>
      under.request(new URL(url).pathname, init, false)
    test('image: dimensions are read from its bytes', async () => {
      const document = await under.client.assets.upload('image', await picture(), {
        filename: 'red.png',
      })
      expect(document).toMatchObject({
        _type: 'sanity.imageAsset',
        mimeType: 'image/png',
        originalFilename: 'red.png',
        metadata: { dimensions: { width: 3, height: 2, aspectRatio: 1.5 } },
      })
      expect(document._id).toBe(`image-${document.sha1hash}-3x2-png`)
    })
    test('the same bytes give the same document', async () => {
      const first = await under.client.assets.upload('image', await picture())
      const second = await under.client.assets.upload('image', await picture())
      expect(second).toEqual(first)
      expect(await under.client.fetch('count(*[_type == "sanity.imageAsset"])')).toBe(1)
    })
    test('are served for ever, without a token, and never sniffed', async () => {
      const bytes = await picture()
      const { url } = await under.client.assets.upload('image', bytes)
      const response = await served(url)
      expect(response.headers.get('content-type')).toBe('image/png')
      expect(response.headers.get('cache-control')).toContain('immutable')
      expect(response.headers.get('x-content-type-options')).toBe('nosniff')
      expect(Buffer.from(await response.arrayBuffer()).equals(bytes)).toBe(true)
      const etag = response.headers.get('etag') ?? ''
      expect((await served(url, { headers: { 'if-none-match': etag } })).status).toBe(304)
    })
    test('that could run script come as a download in a sandbox', async () => {
      const svg = Buffer.from(
        '<svg xmlns="http://www.w3.org/2000/svg" width="4" height="4"><path d="M0 0h4v4z"/></svg>',
      )
      const page = Buffer.from('<script>1</script>')
      const image = await under.client.assets.upload('image', svg)
      const file = await under.client.assets.upload('file', page, {
        filename: 'page.html',
        contentType: 'text/html',
      })
      for (const [url, type] of [
        [image.url, 'image/svg+xml'],
        [file.url, 'application/octet-stream'],
      ] as const) {
        const { headers } = await served(url)
        expect(headers.get('content-type')).toBe(type)
        expect(headers.get('content-disposition')).toMatch(/^attachment/)
        expect(headers.get('content-security-policy')).toContain('sandbox')
      }
    })
    test('files are served in ranges', async () => {
      const sound = Buffer.from('ID3456789_')
      const { url } = await under.client.assets.upload('file', sound, { filename: 'a.mp3' })
      const part = await served(url, { headers: { range: 'bytes=2-4' } })
      expect(part.status).toBe(206)
      expect(part.headers.get('content-range')).toBe('bytes 2-4/10')
      expect(await part.text()).toBe('345')
      expect((await served(url, { headers: { range: 'bytes=20-' } })).status).toBe(416)
    })
    test('that are no image are refused as one', async () => {
      const error = await clientError(
        under.client.assets.upload('image', Buffer.from('no image at all')),
      )
      expect(error.statusCode).toBe(400)
    })
    test('that are not there are a 404', async () => {
      const path = `/lake/images/waymark/production/${'0'.repeat(40)}-1x1.png`
      expect((await under.request(path)).status).toBe(404)
      expect((await under.request('/lake/files/waymark/production/lake.sqlite')).status).toBe(404)
    })
  })

  describe('rights', () => {
    test('nobody gets in without a token', async () => {
      const nobody = under.clientAs('nobody')
      for (const attempt of [
        nobody.fetch('*'),
        nobody.getDocument('a'),
        nobody.create({ _type: 'place' }),
        nobody.assets.upload('file', Buffer.from('x')),
        nobody.action({ actionType: 'sanity.action.document.discard', draftId: 'drafts.a' }),
      ]) {
        expect((await clientError(attempt)).statusCode).toBe(401)
      }
    })
    test('a viewer reads and writes nothing', async () => {
      const viewer = under.clientAs('viewer')
      await make('a')
      expect(await viewer.fetch('*._id')).toEqual(['a'])
      for (const [attempt, permission] of [
        [viewer.create({ _type: 'place' }), 'create'],
        [viewer.patch('a').set({ n: 1 }).commit(), 'update'],
        [viewer.createOrReplace({ _id: 'a', _type: 'place' }), 'update'],
        [viewer.delete('a'), 'delete'],
      ] as const) {
        const error = await clientError(attempt)
        expect(error.statusCode).toBe(403)
        expect(firstProblem(error)).toMatchObject({
          type: 'insufficientPermissionsError',
          permission,
        })
      }
      const upload = viewer.assets.upload('file', Buffer.from('x'))
      expect((await clientError(upload)).statusCode).toBe(403)
      expect(await ids()).toEqual(['a'])
    })
  })
})
