/** JSON body of an error, in a shape that `@sanity/client` knows. */
export type ErrorBody = Record<string, unknown>

/**
 * A mistake in a request: the sender can mend it. `body` is what goes over the wire.
 *
 * @see https://www.sanity.io/docs/http-reference/mutate for the shapes
 */
export class LakeError extends Error {
  readonly code: string
  readonly status: number
  readonly body: ErrorBody

  constructor(code: string, status: number, body: ErrorBody, message: string) {
    super(message)
    this.name = 'LakeError'
    this.code = code
    this.status = status
    this.body = body
  }
}

/** The disk or the database failed: nothing of the transaction was kept. */
export class StorageFailure extends Error {
  readonly code: string

  constructor(code: string, message: string, options?: ErrorOptions) {
    super(message, options)
    this.name = 'StorageFailure'
    this.code = code
  }
}

/** Our own mistake: something that cannot happen has happened. */
export class LakeBug extends Error {
  readonly code = 'bug'

  constructor(message: string, options?: ErrorOptions) {
    super(`BUG: ${message}`, options)
    this.name = 'LakeBug'
  }
}

const STATUS_TEXT: Record<number, string> = {
  400: 'Bad Request',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found',
  405: 'Method Not Allowed',
  413: 'Payload Too Large',
  415: 'Unsupported Media Type',
  429: 'Too Many Requests',
  500: 'Internal Server Error',
  503: 'Service Unavailable',
}

/** By this code the Studio knows that a session has ended, and asks to sign in again. */
const NO_SESSION = 'SIO-401-ANF'

/** Body `{statusCode, error, message}`, for everything that is neither query, mutation nor action. */
export function plainBody(status: number, message: string): ErrorBody {
  return {
    statusCode: status,
    error: STATUS_TEXT[status] ?? 'Error',
    message,
    ...(status === 401 && { errorCode: NO_SESSION }),
  }
}

/** Refuses a request as a whole: size, rights, an address that is not there. */
export function refuse(status: number, message: string, code = 'request-refused'): LakeError {
  return new LakeError(code, status, plainBody(status, message), message)
}
