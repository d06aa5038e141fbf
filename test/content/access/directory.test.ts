import { expect, test } from 'vitest'
import { createDirectory } from '#content/access/directory.ts'
import { makeAccount, openTestAccounts } from './people.ts'

test('the directory knows people and robots by their ids, with the roles they have now', async () => {
  const accounts = await openTestAccounts()
  const id = await makeAccount(accounts, 'ana@harbour.example', [
    { role: 'editor', organizations: ['org-a'] },
    { role: 'viewer', organizations: 'all', expiresAt: '2020-01-01T00:00:00Z' },
  ])
  const robot = accounts.tokens.issue({ role: 'viewer', label: 'nightly copy' })
  const house = { id: 'waymark', displayName: 'Waymark', isRobot: true, roles: [] }
  const directory = createDirectory(accounts, house)
  const ana = {
    id,
    displayName: 'Somebody',
    email: 'ana@harbour.example',
    isRobot: false,
    roles: [{ name: 'editor', title: 'Editor' }],
  }
  const copy = {
    id: robot.id,
    displayName: 'nightly copy',
    isRobot: true,
    roles: [{ name: 'viewer', title: 'Viewer' }],
  }
  expect(await directory.find([robot.id, 'nobody', id])).toEqual([copy, ana])
  expect(await directory.find(['waymark'])).toEqual([house])
  expect(await directory.members()).toEqual([ana, copy])
})
