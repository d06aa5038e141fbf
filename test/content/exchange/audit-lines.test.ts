import { describe, expect, test } from 'vitest'
import { auditLines } from '../../../content/exchange/audit-lines.ts'

const entry = {
  at: '2026-01-01T00:00:00.000Z',
  who: 'ada',
  transaction: 't1',
  document: 'a',
  type: 'note',
  action: 'edited',
  paths: ['title', 'list[_key=="x"].v'],
}

const event = { event: 'invited', actor: 'ada', session: 's1', about: 'bob', detail: null }
const [before, later] = ['2025-12-31T00:00:00.000Z', '2026-02-01T00:00:00.000Z']
const events = [
  { ...event, at: before },
  { ...event, at: before, actor: 'somebody else' },
  { ...event, at: later },
]

describe('audit lines', () => {
  const linesOf = async (entries: object[], format: 'ndjson' | 'csv', more = {}) => {
    let asked = ''
    const door = {
      token: 'any',
      project: 'waymark',
      dataset: 'production',
      fetch: async ({ url }: Request) => {
        asked = url
        return new Response(entries.map((one) => `${JSON.stringify(one)}\n`).join(''))
      },
    }
    const lines: string[] = []
    for await (const line of auditLines(door, { who: 'ada', ...more }, { format, events }))
      lines.push(line)
    return { asked, lines }
  }

  test('ask for what is selected, with what was done to accounts in between', async () => {
    const { asked, lines } = await linesOf([entry], 'ndjson')
    expect(asked).toMatch(/\/lake\/v1\/audit\/production\?who=ada$/)
    const invited = { who: 'ada', session: 's1', action: 'invited', about: 'bob' }
    expect(lines.map((line) => JSON.parse(line))).toEqual([
      { at: before, ...invited },
      entry,
      { at: later, ...invited },
    ])
    const january = { from: '2026-01-01T00:00:00Z', to: '2026-01-31T00:00:00+01:00' }
    expect((await linesOf([entry], 'ndjson', january)).lines).toHaveLength(1)
    expect((await linesOf([entry], 'ndjson', { document: 'a' })).lines).toHaveLength(1)
  })

  test('make a table that no program takes for formulas', async () => {
    const { lines } = await linesOf(
      [
        entry,
        { ...entry, document: '=1+1', type: '@sum', session: '-2', who: ' +3' },
        { ...entry, document: '＝1+1', type: '\0=1', session: '＠sum', who: '\t4' },
      ],
      'csv',
      { document: 'a' },
    )
    expect(lines).toEqual([
      '"at","who","session","action","type","document","paths","transaction","about","detail"\r\n',
      '"2026-01-01T00:00:00.000Z","ada","","edited","note","a","title list[_key==""x""].v","t1","",""\r\n',
      `"2026-01-01T00:00:00.000Z","' +3","'-2","edited","'@sum","'=1+1","title list[_key==""x""].v","t1","",""\r\n`,
      `"2026-01-01T00:00:00.000Z","'\t4","'＠sum","edited","'\0=1","'＝1+1","title list[_key==""x""].v","t1","",""\r\n`,
    ])
  })
})
