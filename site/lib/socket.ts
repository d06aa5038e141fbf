import { readFileSync } from 'node:fs'
import { createServer, type IncomingMessage, type RequestListener, type Server } from 'node:http'
import { createServer as createSecureServer } from 'node:https'
import { isIPv6 } from 'node:net'
import { refuseUpgrade } from '#content/lake/refuse-upgrade.ts'
import { Mistake } from '#content/model/errors.ts'
import type { Settings } from './settings.ts'
import type { Upgrade } from './upgrades.ts'

/** An open door: answers 503 until `serve` says who answers. */
export type Socket = {
  /** Address as this machine reaches it, without a slash at the end. */
  url: string
  serve: (listener: RequestListener, upgrade: Upgrade) => void
  /** Stops listening; requests under way get this long to end, in milliseconds. */
  close: (graceMs: number) => Promise<void>
}

// A slow sender holds a socket, not a thread: generous to a bad network, closed to a slow attack.
const LIMITS = {
  headersTimeout: 15_000,
  requestTimeout: 120_000,
  keepAliveTimeout: 10_000,
  maxHeaderSize: 16 * 1024,
  // Who offers HTTP/2 in clear text, as some programs do, gets the answer as it is.
  shouldUpgradeCallback: ({ headers }: IncomingMessage) =>
    headers.upgrade?.toLowerCase() === 'websocket',
}
const MOST_CONNECTIONS = 10_000

/**
 * Listens where the settings say, at once, so that a taken port is told before any work is done.
 *
 * @throws Mistake where the port is taken, the host is not ours, or a certificate cannot be read
 */
export async function openSocket(
  settings: Pick<Settings, 'port' | 'host' | 'tls'>,
): Promise<Socket> {
  let answer: RequestListener = (_request, response) => {
    response.writeHead(503, { 'Retry-After': '2', 'Content-Type': 'text/plain' }).end('Starting.\n')
  }
  let upgrade: Upgrade = (_request, socket) => refuseUpgrade(socket, 503)
  const listener: RequestListener = (request, response) => answer(request, response)
  const server = settings.tls
    ? openSecurely(settings.tls, listener)
    : createServer(LIMITS, listener)
  server.maxConnections = MOST_CONNECTIONS
  server.on('upgrade', (request, socket, head) => upgrade(request, socket, head))
  const port = await listen(server, settings)
  const host = isIPv6(settings.host) ? `[${settings.host}]` : settings.host
  return {
    url: `${settings.tls ? 'https' : 'http'}://${host}:${port}`,
    serve: (next, nextUpgrade) => {
      answer = next
      upgrade = nextUpgrade
    },
    close: (graceMs) => close(server, graceMs),
  }
}

function listen(server: Server, { port, host }: Pick<Settings, 'port' | 'host'>): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (cause: NodeJS.ErrnoException) => reject(refusal(cause, port, host)))
    server.listen(port, host, () => {
      const address = server.address()
      resolve(typeof address === 'object' && address !== null ? address.port : port)
    })
  })
}

function refusal(cause: NodeJS.ErrnoException, port: number, host: string): Error {
  switch (cause.code) {
    case 'EADDRINUSE':
      return new Mistake(
        'settings',
        `PORT ${port} is taken by another program, perhaps by Waymark itself. End that one, or write another PORT.`,
        { cause },
      )
    case 'EACCES':
      return new Mistake('settings', `PORT ${port} needs more rights. Write a PORT above 1023.`, {
        cause,
      })
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return new Mistake('settings', `HOST "${host}" is no address of this machine.`, { cause })
    default:
      return cause
  }
}

function openSecurely(files: NonNullable<Settings['tls']>, listener: RequestListener): Server {
  const { certFile, keyFile } = files
  const cert = readPem('TLS_CERT', certFile)
  const key = readPem('TLS_KEY', keyFile)
  try {
    return createSecureServer({ ...LIMITS, cert, key }, listener)
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause)
    throw new Mistake(
      'settings',
      `TLS_CERT ${certFile} and TLS_KEY ${keyFile} cannot be used (${reason}). Write the paths of a PEM certificate and of the PEM key that belongs to it, without a passphrase.`,
      { cause },
    )
  }
}

function readPem(name: string, file: string): Buffer {
  try {
    return readFileSync(file)
  } catch (cause) {
    throw new Mistake(
      'settings',
      `${name}: the file ${file} cannot be read. Write the path of a PEM file.`,
      { cause },
    )
  }
}

async function close(server: Server, graceMs: number): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()))
  server.closeIdleConnections()
  const impatience = setTimeout(() => server.closeAllConnections(), graceMs)
  await closed
  clearTimeout(impatience)
}
