import { spawnSync } from 'node:child_process'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import { auditEntries } from '#content/access/audit-entries.ts'
import { auditLines } from '#content/exchange/audit-lines.ts'
import { backupFolder } from '#content/exchange/backup.ts'
import { exportArchive } from '#content/exchange/export-archive.ts'
import { importArchive } from '#content/exchange/import-archive.ts'
import { createProgress } from '#content/exchange/progress.ts'
import { restoreFolder } from '#content/exchange/restore.ts'
import { Mistake } from '#content/model/errors.ts'
import { explain } from '../lib/explain.ts'
import { readSettings } from '../lib/settings.ts'
import { type Command, readCommand, USAGE } from './command.ts'
import { copyLake } from './copy-lake.ts'
import { readPassphrase } from './passphrase.ts'
import { requireLake, withLake } from './reach-lake.ts'
import { tellVerification, verifyFolder } from './verify-folder.ts'

const ACCOUNTS = path.resolve(import.meta.dirname, '../../content/access/cli.ts')

/** Runs a command; the number is the exit code. What it makes goes to `stdout`, how far it is to `stderr`. */
async function run(command: Command): Promise<number> {
  const settings = readSettings(process.env, process.cwd())
  const { dataFolder } = settings
  const say = (line: string) => void process.stderr.write(`${line}\n`)
  const tell = (line: string) => void process.stdout.write(`${line}\n`)
  const progress = createProgress({ say, now: () => performance.now() })
  switch (command.name) {
    case 'export': {
      const { documents, assets } = await withLake(settings, { mayBeNew: false }, ({ door }) =>
        exportArchive(door, command.file, { ...command, progress }),
      )
      tell(`${documents} documents and ${assets} assets are in ${command.file}.`)
      return 0
    }
    case 'import': {
      const { written, kept, assets } = await withLake(settings, { mayBeNew: true }, ({ client }) =>
        importArchive(client, command.file, { ...command, progress }),
      )
      const left = kept > 0 ? ` ${kept} were there and stayed as they are.` : ''
      tell(`${written} documents and ${assets} assets came in.${left}`)
      return 0
    }
    case 'backup': {
      requireLake(settings, false)
      const { files } = await backupFolder({
        dataFolder,
        file: command.file,
        passphrase: await readPassphrase(process.env, true),
        copyLake: (file) => copyLake(settings, file),
        progress,
        now: new Date(),
      })
      tell(`${files.length} files of ${dataFolder} are in ${command.file}.`)
      return 0
    }
    case 'restore': {
      const passphrase = await readPassphrase(process.env, false)
      const { files, madeAt } = await restoreFolder({
        dataFolder,
        file: command.file,
        passphrase,
        progress,
      })
      tell(`${files.length} files, as they were at ${madeAt}, are in ${dataFolder}.`)
      return 0
    }
    case 'verify': {
      const found = await verifyFolder(settings, progress)
      process.stdout.write(tellVerification(found))
      return found.complaints.length === 0 ? 0 : 1
    }
    case 'audit':
      await withLake(settings, { mayBeNew: false }, async ({ door }) => {
        const lines = auditLines(door, command.selection, {
          format: command.format,
          events: auditEntries(dataFolder),
        })
        await pipeline(lines, process.stdout, { end: false })
      })
      return 0
  }
}

/** Commands that are not about content belong to accounts and tokens. */
function handOver(args: string[]): number {
  const { status } = spawnSync(process.execPath, [ACCOUNTS, ...args], { stdio: 'inherit' })
  if (status === 2) process.stderr.write(`\n${USAGE}`)
  return status ?? 1
}

async function main(args: string[]): Promise<number> {
  // What was made on the way is cleared away when the process ends by itself.
  process.once('SIGINT', () => process.exit(130)).once('SIGTERM', () => process.exit(143))
  // As where the connection to the machine breaks off.
  process.once('SIGHUP', () => process.exit(129))
  try {
    const command = readCommand(args)
    return command ? await run(command) : handOver(args)
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EPIPE') return 0
    process.stderr.write(`${explain(error)}\n`)
    return error instanceof Mistake && error.code === 'lake-usage' ? 2 : 1
  }
}

if (import.meta.main) process.exitCode = await main(process.argv.slice(2))
