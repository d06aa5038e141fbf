import { expect, test } from 'vitest'
import type { FileBytes, Piece } from '#content/lake/file-bytes.ts'
import { stripOgg } from '#content/lake/strip-ogg.ts'
import { stripWebm } from '#content/lake/strip-webm.ts'
import { sound } from '../../site/review/reviewing.ts'

function fileOf(bytes: Uint8Array): FileBytes {
  const whole = Buffer.from(bytes)
  return {
    size: whole.length,
    read: (at, length) => whole.subarray(at, at + length),
    window: (at) => whole.subarray(at),
  }
}

function joined(bytes: Uint8Array, pieces: readonly Piece[]): Buffer {
  return Buffer.concat(
    pieces.map((piece) => {
      if ('bytes' in piece) return piece.bytes
      return 'zeros' in piece ? Buffer.alloc(piece.zeros) : bytes.subarray(piece.from, piece.to)
    }),
  )
}

/** Two pages of Ogg, the second with a name, as Firefox writes them. */
function ogg(name: string): Buffer {
  const page = (packet: Buffer) =>
    Buffer.concat([Buffer.from('OggS'), Buffer.alloc(22), Buffer.from([1, packet.length]), packet])
  const length = Buffer.alloc(4)
  length.writeUInt32LE(name.length)
  const tags = Buffer.concat([Buffer.from('OpusTags'), length, Buffer.from(name), Buffer.alloc(4)])
  return Buffer.concat([page(Buffer.from('OpusHead')), page(tags), page(Buffer.from('sound'))])
}

test('a WebM keeps its sound and its length, and loses what names the browser', () => {
  const bytes = sound(50)
  expect(Buffer.from(bytes).includes('Chro')).toBe(true)
  const clean = joined(bytes, stripWebm(fileOf(bytes)))
  expect(clean.length).toBe(bytes.length)
  expect(clean.includes('Chro')).toBe(false)
  expect(clean.subarray(-50)).toEqual(Buffer.from(bytes.subarray(-50)))
  expect(joined(clean, stripWebm(fileOf(clean)))).toEqual(clean)
})

test('an Ogg keeps its sound and its length, and loses what names the browser', () => {
  const bytes = ogg('Mozilla Firefox 140')
  const clean = joined(bytes, stripOgg(fileOf(bytes)))
  expect(clean.length).toBe(bytes.length)
  expect(clean.includes('Mozilla')).toBe(false)
  expect(clean.includes('OpusTags')).toBe(true)
  expect(clean.subarray(-5).toString()).toBe('sound')
  expect(joined(clean, stripOgg(fileOf(clean)))).toEqual(clean)
})

test.each([...Array(40).keys()])('a file cut off after %i bytes harms nobody', (length) => {
  for (const [bytes, strip] of [
    [sound(), stripWebm],
    [ogg('Mozilla'), stripOgg],
  ] as const) {
    const cut = bytes.subarray(0, length)
    expect(joined(cut, strip(fileOf(cut))).length).toBe(length)
  }
})
