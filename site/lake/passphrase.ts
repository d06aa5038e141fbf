import { createInterface } from 'node:readline/promises'
import { Writable } from 'node:stream'
import { Mistake } from '#content/model/errors.ts'

/** Letters and digits of which guessing all takes too long, with age's scrypt before each guess. */
const SHORTEST = 12

/**
 * The passphrase of a backup: from `WAYMARK_PASSPHRASE`, or asked for at the terminal without showing it.
 *
 * @param isNew whether it is being chosen: then it may not be short, and is asked for twice
 * @throws Mistake where there is none, or it is no good
 */
export async function readPassphrase(
  env: Readonly<Record<string, string | undefined>>,
  isNew: boolean,
): Promise<string> {
  const given = env['WAYMARK_PASSPHRASE']
  if (given) return checked(given, isNew)
  if (!process.stdin.isTTY) {
    throw new Mistake(
      'passphrase',
      'There is no passphrase: set WAYMARK_PASSPHRASE, or run this at a terminal to be asked for it.',
    )
  }
  const passphrase = checked(await ask('Passphrase: '), isNew)
  if (isNew && (await ask('Once more: ')) !== passphrase) {
    throw new Mistake('passphrase', 'The two are not the same. Nothing was written.')
  }
  return passphrase
}

function checked(passphrase: string, isNew: boolean): string {
  if (!isNew || passphrase.length >= SHORTEST) return passphrase
  throw new Mistake(
    'passphrase',
    `The passphrase is too short: take ${SHORTEST} letters at least, such as five random words. Without it nobody can restore the backup.`,
  )
}

async function ask(question: string): Promise<string> {
  process.stderr.write(question)
  const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() })
  const terminal = createInterface({ input: process.stdin, output: nowhere, terminal: true })
  terminal.once('SIGINT', () => process.exit(130))
  try {
    return await terminal.question('')
  } finally {
    terminal.close()
    process.stderr.write('\n')
  }
}
