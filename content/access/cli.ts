import { parseArgs } from 'node:util'
import { role } from './role.ts'
import { openTokens } from './tokens.ts'

const USAGE = `Tokens for the content lake. The data folder is WAYMARK_DATA, default data/.

  npm run lake -- token --role viewer|editor|administrator [--label "who or what it is for"]
  npm run lake -- tokens
  npm run lake -- revoke <token id>
`

/** What the command line asks for, or why it cannot be read. */
type Command =
  | { name: 'token'; role: (typeof role.options)[number]; label: string }
  | { name: 'tokens' }
  | { name: 'revoke'; id: string }
  | { name: 'wrong'; reason: string }

function readCommand(args: string[]): Command {
  try {
    const { positionals, values } = parseArgs({
      args,
      allowPositionals: true,
      options: { role: { type: 'string' }, label: { type: 'string', default: '' } },
    })
    const [name, id, ...rest] = positionals
    if (rest.length > 0) return { name: 'wrong', reason: `"${rest[0]}" is too much` }
    if (name === 'revoke' && id !== undefined) return { name, id }
    if (name === 'revoke') return { name: 'wrong', reason: 'revoke takes the id of a token' }
    if (id !== undefined) return { name: 'wrong', reason: `"${id}" is too much` }
    if (name === 'tokens') return { name }
    if (name !== 'token') return { name: 'wrong', reason: `there is no command "${name ?? ''}"` }
    const asked = role.safeParse(values.role)
    if (asked.success) return { name, role: asked.data, label: values.label }
    return { name: 'wrong', reason: `--role has to be one of ${role.options.join(', ')}` }
  } catch (error) {
    return {
      name: 'wrong',
      reason: error instanceof Error ? error.message : 'unreadable arguments',
    }
  }
}

function run(command: Command, dataFolder: string): number {
  if (command.name === 'wrong') {
    process.stderr.write(`${command.reason}\n\n${USAGE}`)
    return 2
  }
  const tokens = openTokens(dataFolder)
  try {
    switch (command.name) {
      case 'token':
        process.stdout.write(`${tokens.issue(command).token}\n`)
        return 0
      case 'tokens':
        for (const { id, role: held, createdAt, label } of tokens.list()) {
          process.stdout.write(`${id}\t${held}\t${createdAt}\t${label}\n`)
        }
        return 0
      case 'revoke':
        if (tokens.revoke(command.id)) return 0
        process.stderr.write(`There is no token "${command.id}". "tokens" lists them.\n`)
        return 1
    }
  } finally {
    tokens.close()
  }
}

process.exitCode = run(readCommand(process.argv.slice(2)), process.env['WAYMARK_DATA'] || 'data')
