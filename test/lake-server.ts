import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { Agent, type IncomingMessage, request } from 'node:http'
import { fileURLToPath } from 'node:url'

/** A lake that answers over HTTP from a process of its own. */
export interface LakeServer {
  origin: string
  child: ChildProcess
  /** Sends a body as one of many clients: each has a connection that stays. */
  post(path: string, body: string): Promise<{ status: number; body: string }>
  /** Memory that it holds, in bytes, after a collection where it runs with `--expose-gc`. */
  memory(): Promise<number>
  stop(): Promise<void>
}

/** Starts it; every sender may do everything. `command` runs before node, to set limits. */
export async function startLakeServer(
  dataFolder: string,
  { command = [], execArgv = [] }: { command?: string[]; execArgv?: string[] } = {},
): Promise<LakeServer> {
  const script = fileURLToPath(new URL('./lake-server-child.ts', import.meta.url))
  const [program = '', ...args] = [...command, process.execPath, ...execArgv, script, dataFolder]
  const child = spawn(program, args, { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] })
  const ended = once(child, 'exit')
  const [started] = await Promise.race([once(child, 'message'), ended])
  if (typeof started !== 'object') throw new Error('The lake has not started')
  const origin = `http://127.0.0.1:${started.port}`
  const agent = new Agent({ keepAlive: true })
  return {
    origin,
    child,
    post: (path, body) => send({ url: `${origin}${path}`, agent, body }),
    async memory() {
      child.send('memory')
      const [answer] = await once(child, 'message')
      return answer.memory
    },
    async stop() {
      agent.destroy()
      if (child.connected) child.send('stop')
      await ended
    },
  }
}

// Lighter than fetch: the client shares the machine with what is measured.
async function send({ url, agent, body }: { url: string; agent: Agent; body: string }) {
  const { promise, resolve, reject } = Promise.withResolvers<IncomingMessage>()
  const sent = request(url, { method: 'POST', agent }, resolve).on('error', reject)
  sent.end(body)
  const response = await promise
  let text = ''
  for await (const chunk of response.setEncoding('utf8')) text += chunk
  return { status: response.statusCode ?? 0, body: text }
}
