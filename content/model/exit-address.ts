import { z } from 'zod'
import { TEXT_LIMITS } from './limits.ts'

const LABEL = '[a-z0-9](?:[a-z0-9-]*[a-z0-9])?'
// The last part begins with a letter, so that a bare number of a machine is none.
const HOST = `(?:${LABEL}\\.)+[a-z](?:[a-z0-9-]*[a-z0-9])?`
const PLAIN = new RegExp(`^https://${HOST}(?:/[^\\s?#@\\\\]*)?$`, 'i')

/**
 * Where readers go who leave at once: a plain public page over HTTPS. No user, port, query or fragment, by which the
 * site could tell who comes from us.
 */
export const exitAddress = z
  .url('Write a whole address that begins with https://')
  .max(TEXT_LIMITS.line)
  .refine(
    (address) => PLAIN.test(address),
    'Write https://, a name and a path, such as https://www.yr.no/en: no ?, no #, no @, no number of a port',
  )
