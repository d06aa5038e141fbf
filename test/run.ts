import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import path from 'node:path'

/*
 * Everything that must hold, in one go: lint and types, unit and contract tests, browser tests.
 * `--long` runs the long suites at their full counts. Ends with "N passed, N failed".
 */

type Count = { passed: number; failed: number }
type Step = { name: string; command: string[]; count: () => Count }

const ROOT = path.resolve(import.meta.dirname, '..')
const RESULTS = path.join(ROOT, 'test-results')
const isLong = process.argv.includes('--long')

const steps: Step[] = [
  {
    name: 'check',
    command: ['npm', 'run', '--silent', 'check'],
    count: () => ({ passed: 1, failed: 0 }),
  },
  {
    name: 'build',
    command: ['npm', 'run', '--silent', 'build'],
    count: () => ({ passed: 1, failed: 0 }),
  },
  {
    name: 'vitest',
    command: [
      'vitest',
      'run',
      '--config',
      'test/vitest.config.ts',
      '--reporter=default',
      '--reporter=json',
      '--outputFile.json=test-results/vitest.json',
    ],
    count: countVitest,
  },
  {
    name: 'browser',
    command: ['playwright', 'test', '--config', 'test/playwright.config.ts'],
    count: countPlaywright,
  },
]

rmSync(RESULTS, { recursive: true, force: true })
mkdirSync(RESULTS, { recursive: true })
const total: Count = { passed: 0, failed: 0 }
const broken: string[] = []
for (const step of steps) {
  const started = Date.now()
  process.stdout.write(`\n== ${step.name}\n`)
  const [command = '', ...args] = step.command
  const { status } = spawnSync(command, args, {
    cwd: ROOT,
    stdio: 'inherit',
    env: { ...process.env, ...(isLong ? { WAYMARK_LONG: '1' } : {}) },
  })
  const count = readCount(step, status === 0)
  total.passed += count.passed
  total.failed += count.failed
  if (status !== 0) broken.push(step.name)
  process.stdout.write(
    `== ${step.name}: ${count.passed} passed, ${count.failed} failed, ${Math.round((Date.now() - started) / 1000)} s\n`,
  )
}
if (broken.length > 0) process.stdout.write(`\nFailed: ${broken.join(', ')}\n`)
process.stdout.write(`\n${total.passed} passed, ${total.failed} failed\n`)
process.exitCode = broken.length === 0 && total.failed === 0 ? 0 : 1

/** A step that ended badly counts at least one failure, whatever its report says. */
function readCount(step: Step, isOk: boolean): Count {
  try {
    const count =
      isOk || step.name === 'vitest' || step.name === 'browser'
        ? step.count()
        : { passed: 0, failed: 1 }
    return isOk ? count : { ...count, failed: Math.max(1, count.failed) }
  } catch {
    return { passed: 0, failed: 1 }
  }
}

function countVitest(): Count {
  const report: { numPassedTests: number; numFailedTests: number } = JSON.parse(
    readFileSync(path.join(RESULTS, 'vitest.json'), 'utf8'),
  )
  return { passed: report.numPassedTests, failed: report.numFailedTests }
}

function countPlaywright(): Count {
  const report: { stats: { expected: number; unexpected: number; flaky: number } } = JSON.parse(
    readFileSync(path.join(RESULTS, 'e2e.json'), 'utf8'),
  )
  return { passed: report.stats.expected, failed: report.stats.unexpected + report.stats.flaky }
}
