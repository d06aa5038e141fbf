import { type ToPage, type ToWorker, toPage } from '../worker/messages.ts'

/** The way to this page's worker. */
export type WorkerLine = {
  send: (message: ToWorker) => void
  /** Looks for a new shell, and lets one that waits take over. */
  renewShell: () => void
}

/** What comes over the line. */
export type Heard = { onMessage: (message: ToPage) => void; onShell: () => void }

const RETRY_MS = 30_000

/**
 * Registers the worker and listens to it. `onShell` is called when a new shell has taken over, which shows
 * after a reload. Where there is no network yet, registering is tried again every half minute.
 */
export function openWorkerLine(heard: Heard): WorkerLine {
  const workers = navigator.serviceWorker
  let hadWorker = workers.controller !== null
  workers.addEventListener('message', (event) => {
    const message = toPage.safeParse(event.data)
    if (message.success) heard.onMessage(message.data)
  })
  workers.addEventListener('controllerchange', () => {
    if (hadWorker) heard.onShell()
    hadWorker = true
  })
  workers.startMessages()

  const register = () => {
    workers.register('/screen/sw.js', { scope: '/screen', updateViaCache: 'none' }).catch(() => {
      // Without a network the worker that is there goes on; a first one comes later.
      setTimeout(register, RETRY_MS)
    })
  }
  register()

  return {
    send: async (message) => {
      const { active } = await workers.ready
      active?.postMessage(message)
    },
    renewShell: async () => {
      const registration = await workers.ready
      const takeOver: ToWorker = { type: 'take-over' }
      registration.waiting?.postMessage(takeOver)
      // Fails without a network: the next time comes.
      await registration.update().catch(() => undefined)
    },
  }
}
