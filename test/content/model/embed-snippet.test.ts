import { expect, test } from 'vitest'
import { embedSnippet } from '#content/model/embed-snippet.ts'

const help = {
  origin: 'https://help.example',
  slug: 'central-station',
  language: { tag: 'ar', direction: 'rtl' as const },
  title: 'Information',
  link: 'Open',
}

test('the snippet holds a frame for other sites and, outside of it, a plain link to the same help', () => {
  const html = embedSnippet(help)
  expect(html).toContain('<iframe src="https://help.example/ar/central-station?embed=1"')
  const [, outside = ''] = html.split('</iframe>')
  expect(outside).toContain('<a href="https://help.example/ar/central-station"')
  expect(outside).toContain('lang="ar" dir="rtl">Open</a>')
})

test('the frame is let out of its window and to the telephone, and to nothing else', () => {
  expect(embedSnippet(help)).toContain(
    'sandbox="allow-scripts allow-same-origin allow-top-navigation"',
  )
})

test('names are words in the snippet, never HTML of their own', () => {
  const html = embedSnippet({
    ...help,
    slug: 'a"><script>',
    title: '"><script>alert(1)</script>',
    link: '<b>Gate & "A"</b>',
  })
  expect(html.match(/<script/g)).toHaveLength(1)
  expect(html).toContain('title="&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;"')
  expect(html).toContain('>&lt;b&gt;Gate &amp; &quot;A&quot;&lt;/b&gt;</a>')
})

test('a height is only taken from our own address', () => {
  expect(embedSnippet({ ...help, origin: 'https://help.example/' })).toContain(
    "origin !== 'https://help.example'",
  )
})
