import { describe, expect, test } from 'vitest'
import { borneBy, pageBears, releaseBears } from '../../../site/desk/bears-number.ts'

const LINE = { dial: '0808 157 0142', e164: '+448081570142' }

describe('a number', () => {
  test.each([
    '<bdi>0808&nbsp;157&nbsp;0142</bdi>',
    '<span>0808</span> <span>157</span> <span>0142</span>',
    'Call 0808\u202f157\u20110142 now',
    '<a href="tel:+448081570142">Call</a>',
    '<a href="tel:08081570142">Call</a>',
    '<a href="https://wa.me/448081570142">Write</a>',
  ])('is found on a page as %s', (html) => {
    expect(pageBears(html, [LINE])).toBe(true)
  })

  test.each([
    '0808 157 0143',
    '10808 157 0142',
    '0808 157 01420',
    '<a href="tel:+4480815701421">Call</a>',
    '',
  ])('is not taken for %s', (html) => {
    expect(pageBears(html, [LINE])).toBe(false)
  })

  test('that is only a word is sought by its address', () => {
    const chat = { dial: 'Chat', url: 'https://owner.example/chat?a=1&b=2' }
    expect(pageBears('<p>Chat</p>', [chat])).toBe(false)
    expect(pageBears('<a href="https://owner.example/chat?a=1&amp;b=2">', [chat])).toBe(true)
  })

  test('is found among the facts of a release', () => {
    const payload = JSON.stringify({ numbers: [{ dial: LINE.dial, channel: 'voice' }] })
    expect(releaseBears(payload, [LINE])).toBe(true)
    expect(releaseBears(JSON.stringify({ dial: '0808 157 0143' }), [LINE])).toBe(false)
  })

  test.each(['0808-1570142', '+44 808 157 0142', '0044 808 1570142'])(
    'is found on paper as %s',
    (printed) => {
      expect(borneBy([printed], [LINE])).toEqual([LINE])
      expect(borneBy([printed], [{ dial: '0808 157 0143' }])).toEqual([])
    },
  )
})
