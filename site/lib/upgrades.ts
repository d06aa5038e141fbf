import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { refuseUpgrade } from '#content/lake/refuse-upgrade.ts'

/** Takes over a connection that asks to become a web socket, or refuses it. */
export type Upgrade = (request: IncomingMessage, socket: Duplex, head: Buffer) => void

/** Who opens web sockets, and whether a peer of an address may ask at all. */
export type Upgrades = {
  /** Absent where the content is kept by others. */
  lake: { upgrade: Upgrade } | undefined
  mayAsk: (address: string) => boolean
}

/** Hands web sockets to the room whose address they ask for; there are none elsewhere. */
export function createUpgrades({ lake, mayAsk }: Upgrades): Upgrade {
  return (request, socket, head) => {
    if (!mayAsk(request.socket.remoteAddress ?? '')) refuseUpgrade(socket, 403)
    else if (lake && isLakes(request)) lake.upgrade(request, socket, head)
    else refuseUpgrade(socket, 404)
  }
}

/** Whether a request is for the lake. */
export function isLakes({ url }: IncomingMessage): boolean {
  return url?.startsWith('/lake/') ?? false
}
