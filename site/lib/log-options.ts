import type { LoggerOptions } from 'pino'
import type { Settings } from './settings.ts'
import { toldFailure } from './told-failure.ts'

/** How this process logs: no host name, no process id, and of failures only what tells of no reader. */
export function logOptions({ logLevel }: Pick<Settings, 'logLevel'>): LoggerOptions {
  const err = (error: unknown) => toldFailure(error)
  return { level: logLevel, base: null, serializers: { err } }
}
