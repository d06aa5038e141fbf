import { expect, test } from 'vitest'
import { loadCountries } from '#content/queries/load-countries.ts'
import { lakeWith, name, reports } from './lake.ts'

const country = (_id: string, over: Record<string, unknown> = {}) => ({
  ...{ _id, _type: 'country', code: 'XA', exit: 'https://weather.example/' },
  ...over,
})

test('a country has its exit and its authorities by name', async () => {
  const authority = { name: name('Data Office'), url: 'https://data.example/' }
  const client = await lakeWith(country('a', { dataProtectionAuthority: authority }))
  const found = await loadCountries(client)
  expect(found.get('XA')).toEqual({
    ...{ id: 'a', code: 'XA', exit: 'https://weather.example/' },
    dataProtectionAuthority: {
      name: [{ language: 'en', text: 'Data Office' }],
      url: 'https://data.example/',
    },
  })
  expect(found.get('XB')).toBeUndefined()
})

test('a draft sends no reader anywhere', async () => {
  const client = await lakeWith(country('drafts.a'))
  expect((await loadCountries(client)).size).toBe(0)
})

test('a country out of shape is left out and reported, the others stand', async () => {
  const { told, report } = reports()
  const client = await lakeWith(
    country('a', { exit: 'javascript:alert(1)' }),
    country('b', { code: 'XB' }),
  )
  expect([...(await loadCountries(client, report)).keys()]).toEqual(['XB'])
  expect(told.map(({ message }) => message)).toEqual([expect.stringContaining('exit')])
})

test('of two documents of a country the same one always holds', async () => {
  const client = await lakeWith(country('b', { exit: 'https://b.example/' }), country('a'))
  expect((await loadCountries(client)).get('XA')?.id).toBe('a')
})
