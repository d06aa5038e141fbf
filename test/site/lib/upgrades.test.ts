import { once } from 'node:events'
import type { IncomingMessage } from 'node:http'
import { connect } from 'node:net'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openSocket, type Socket } from '../../../site/lib/socket.ts'
import { createUpgrades } from '../../../site/lib/upgrades.ts'

describe('a web socket', () => {
  let door: Socket
  let mayAsk = true
  const taken: string[] = []
  beforeEach(async () => {
    mayAsk = true
    taken.length = 0
    door = await openSocket({ port: 0, host: '127.0.0.1' })
  })
  afterEach(() => door.close(0))

  const serve = (hasLake = true) => {
    const lake = {
      upgrade({ url }: IncomingMessage, socket: NodeJS.WritableStream) {
        taken.push(url ?? '')
        socket.end('HTTP/1.1 101 Switching Protocols\r\n\r\n')
      },
    }
    door.serve(
      (_, response) => response.end('a page'),
      createUpgrades({ lake: hasLake ? lake : undefined, mayAsk: () => mayAsk }),
    )
  }
  /** First line of the answer to a request for an upgrade, and the rest. */
  async function ask(path: string, protocol = 'websocket') {
    const { hostname, port } = new URL(door.url)
    const socket = connect(Number(port), hostname)
    const lines = ['GET', path, 'HTTP/1.1'].join(' ')
    socket.write(
      `${lines}\r\nHost: a\r\nConnection: Upgrade, close\r\nUpgrade: ${protocol}\r\n\r\n`,
    )
    let text = ''
    socket.on('data', (data) => {
      text += data.toString()
    })
    await once(socket, 'close')
    return text
  }

  test('of the lake is handed to it', async () => {
    serve()
    expect(await ask('/lake/v1/socket/production?tag=a')).toContain(' 101 ')
    expect(taken).toEqual(['/lake/v1/socket/production?tag=a'])
  })

  test.each(['/', '/en/centralia-station', '/lakes/v1', '//lake/'])(
    'is not at %s',
    async (path) => {
      serve()
      expect(await ask(path)).toContain(' 404 ')
      expect(taken).toEqual([])
    },
  )

  test('is not where the content is kept by others', async () => {
    serve(false)
    expect(await ask('/lake/v1/socket/production')).toContain(' 404 ')
  })

  test('is not for those who have to ask through the proxy', async () => {
    mayAsk = false
    serve()
    expect(await ask('/lake/v1/socket/production')).toContain(' 403 ')
    expect(taken).toEqual([])
  })

  test('has to wait until the process serves', async () => {
    expect(await ask('/lake/v1/socket/production')).toContain(' 503 ')
  })

  test('is not meant by a program that offers HTTP/2: it gets its page', async () => {
    serve()
    expect(await ask('/en/centralia-station', 'h2c')).toContain('a page')
  })
})
