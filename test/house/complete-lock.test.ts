import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { missingOptional } from './complete-lock.ts'

test('the lock file names the packages of every platform, so that npm ci takes it anywhere', () => {
  const file = path.resolve(import.meta.dirname, '../../package-lock.json')
  expect(Object.keys(missingOptional(JSON.parse(readFileSync(file, 'utf8'))))).toEqual([])
})

test('the lock file names no registry', () => {
  const file = path.resolve(import.meta.dirname, '../../package-lock.json')
  expect(readFileSync(file, 'utf8')).not.toMatch(/"resolved"/)
})

test('a dropped package of another platform is put back with its version and platform', () => {
  const packages = {
    'node_modules/tool': { dev: true, optionalDependencies: { 'tool-linux-arm64-musl': '^1.2.3' } },
  }
  expect(missingOptional({ packages })).toEqual({
    'node_modules/tool-linux-arm64-musl': {
      version: '1.2.3',
      dev: true,
      optional: true,
      os: ['linux'],
      cpu: ['arm64'],
      libc: ['musl'],
    },
  })
})
