import { describe, expect, test } from 'vitest'
import { readCommand } from '../../../site/lake/command.ts'

describe('a command of the lake', () => {
  test.each([
    [
      ['export', 'a.tar.gz', '--no-drafts'],
      { name: 'export', file: 'a.tar.gz', hasAssets: true, hasDrafts: false },
    ],
    [['import', 'a'], { name: 'import', file: 'a', whereThere: 'refuse' }],
    [['import', '--missing', 'a'], { name: 'import', file: 'a', whereThere: 'keep' }],
    [['backup', 'a'], { name: 'backup', file: 'a' }],
    [['verify'], { name: 'verify' }],
    [
      ['audit', '--who', 'ada', '--format', 'csv'],
      { name: 'audit', format: 'csv', selection: { who: 'ada' } },
    ],
    [['tokens'], undefined],
    [[], undefined],
  ])('%j is read as it is meant', (args, command) => {
    expect(readCommand(args)).toEqual(command)
  })

  test.each([
    [['export'], /^export takes the name of a file\n\n.*npm run lake -- export/s],
    [['export', 'a', 'b'], /^"b" is too much/],
    [['verify', 'a'], /^"a" is too much/],
    [['import', 'a', '--replace', '--missing'], /not both/],
    [['audit', '--format', 'xml'], /^--format has to be ndjson or csv/],
    [['verify', '--fast'], /--fast/],
    [['backup', 'a', '--passphrase', 'x'], /--passphrase/],
  ])('%j is refused with the usage', (args, reason) => {
    expect(() => readCommand(args)).toThrow(reason)
  })
})
