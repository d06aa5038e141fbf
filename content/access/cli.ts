import { join } from 'node:path'
import type { Accounts } from './accounts.ts'
import { createAudit } from './audit.ts'
import type { Binding } from './binding.ts'
import { type Command, readCommand, USAGE } from './command.ts'
import { openAccessDatabase } from './open-database.ts'
import { openSessionSecret } from './session-secret.ts'
import { createTokens } from './tokens.ts'

const BY = { actor: 'command-line' }

async function main(): Promise<number> {
  const command = readCommand(process.argv.slice(2), new Date())
  if (command.name === 'wrong') {
    process.stderr.write(`${command.reason}\n\n${USAGE}`)
    return 2
  }
  const { env } = process
  const dataFolder = env['WAYMARK_DATA'] || 'data'
  if (isAboutTokens(command)) return runOnTokens(command, dataFolder)
  // Loaded only here: it takes longer than everything that tokens need.
  const { openAccounts } = await import('./accounts.ts')
  const accounts = await openAccounts({
    dataFolder,
    secret: env['SESSION_SECRET'] || openSessionSecret(join(dataFolder, 'secrets')),
    origin: env['WAYMARK_ORIGIN'] || `http://127.0.0.1:${env['PORT'] || 4321}`,
  })
  try {
    return await runOnAccounts(command, accounts)
  } finally {
    accounts.close()
  }
}

type Readable = Exclude<Command, { name: 'wrong' }>
type TokenCommand = Extract<Readable, { name: 'token' | 'revoke' }> | { name: 'tokens' }
type AccountCommand = Exclude<Readable, { name: 'token' | 'revoke' }> & {
  name: Exclude<Readable['name'], TokenCommand['name']>
}

function isAboutTokens(command: Readable): command is TokenCommand {
  return ['token', 'tokens', 'revoke'].includes(command.name)
}

function runOnTokens(command: TokenCommand, dataFolder: string): number {
  const database = openAccessDatabase(dataFolder)
  try {
    const tokens = createTokens(database)
    const audit = createAudit(database, () => new Date())
    switch (command.name) {
      case 'token': {
        const { token, id } = tokens.issue(command)
        audit.write('token-made', { ...BY, about: id, detail: JSON.stringify(command.bindings) })
        return say(token)
      }
      case 'tokens':
        for (const { id, bindings, createdAt, expiresAt = 'no end', label } of tokens.list()) {
          say(`${id}\t${bindings.map(inWords).join('; ')}\t${createdAt}\t${expiresAt}\t${label}`)
        }
        return 0
      case 'revoke':
        if (!tokens.revoke(command.id)) {
          return fail(`There is no token "${command.id}". "tokens" lists them.`)
        }
        audit.write('token-revoked', { ...BY, about: command.id })
        return 0
    }
  } finally {
    database.close()
  }
}

async function runOnAccounts(command: AccountCommand, accounts: Accounts): Promise<number> {
  const { origin, members, recruiting } = accounts
  switch (command.name) {
    case 'invite': {
      const secret = recruiting.invite(command.email, command.bindings, BY)
      if (secret === undefined) return fail(`${command.email} has an account already.`)
      return say(`${origin}/login/invitation/${secret}`)
    }
    case 'accounts':
      for (const { email, name, bindings, isLocked, hasTotp, passkeys } of members.list()) {
        const state = isLocked ? 'locked' : 'open'
        const second = hasTotp || passkeys > 0 ? 'second factor' : 'password only'
        say(`${email}\t${name}\t${bindings.map(inWords).join('; ')}\t${state}\t${second}`)
      }
      return 0
    default:
      return changeAccount(command, accounts)
  }
}

async function changeAccount(
  command: Exclude<AccountCommand, { name: 'invite' | 'accounts' }>,
  { origin, members, passwords, staff }: Accounts,
): Promise<number> {
  const member = members.findByEmail(command.email)
  if (member === undefined) {
    return fail(`Nobody has the address "${command.email}". "accounts" lists them.`)
  }
  switch (command.name) {
    case 'reset-password': {
      const link = passwords.resetLink(member.email, BY.actor)
      if (link === undefined) return fail(`${member.email} is locked. Unlock it first.`)
      return say(`${origin}/login/reset/${link.secret}`)
    }
    case 'drop-second-factor':
      await staff.dropSecondFactors(member.id, BY)
      return 0
    case 'unlock':
      staff.unlock(member.id, BY)
      return 0
    case 'lock':
    case 'remove':
      if ((await staff[command.name](member.id, BY)) === 'done') return 0
      return fail(`${member.email} is the last administrator. Make another one first.`)
  }
}

function inWords({ role, organizations, place }: Binding): string {
  const where = organizations === 'all' ? 'all' : organizations.join(',')
  return `${role} (${where}${place ? `, ${place}` : ''})`
}

function say(line: string): number {
  process.stdout.write(`${line}\n`)
  return 0
}

function fail(line: string): number {
  process.stderr.write(`${line}\n`)
  return 1
}

/** The disk's failure in words; everything else is our own mistake and keeps its stack. */
function explained(error: unknown): number {
  const isSystem = error instanceof Error && ('syscall' in error || 'errcode' in error)
  if (!isSystem) throw error
  const folder = process.env['WAYMARK_DATA'] || 'data'
  return fail(
    `The data folder ${folder} cannot be used: ${error.message}. It has to be a folder that this account may write to, on a disk with room`,
  )
}

process.exitCode = await main().catch(explained)
