import { chmodSync, statSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { openSessionSecret } from '#content/access/session-secret.ts'

test('the secret is made once, and only its owner reads it', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'waymark-secret-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  const secrets = join(folder, 'secrets')
  const made = openSessionSecret(secrets)
  expect(made.length).toBeGreaterThanOrEqual(43)
  const file = join(secrets, 'session-secret')
  chmodSync(file, 0o644)
  expect(openSessionSecret(secrets)).toBe(made)
  expect(statSync(file).mode & 0o777).toBe(0o600)
})
