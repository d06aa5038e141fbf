import path from 'node:path'
import { defineConfig } from 'vitest/config'

// Rooms whose tests leave nothing behind: their files share one process, and its modules are read once, not each time.
const SHARED = ['gates', 'help', 'locales', 'model', 'queries']
  .map((room) => `test/content/${room}/**/*.test.ts`)
  .concat('test/kiosk/**/*.test.ts', 'test/studio/**/*.test.ts')

export default defineConfig({
  root: path.resolve(import.meta.dirname, '..'),
  test: {
    setupFiles: ['test/setup.ts'],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    maxWorkers: 2,
    projects: [
      {
        extends: true,
        test: { name: 'apart', include: ['test/**/*.test.ts'], exclude: SHARED },
      },
      { extends: true, test: { name: 'shared', include: SHARED, isolate: false } },
    ],
  },
})
