/**
 * A mistake that a person can mend: an author, an operator, or a setting.
 * The message says what is wrong, where it is, and what to do.
 */
export class Mistake extends Error {
  readonly code: string

  constructor(code: string, message: string, options?: ErrorOptions) {
    super(message, options)
    this.name = 'Mistake'
    this.code = code
  }
}

/** A failure of the world around us: network, disk, a full storage. Handled on purpose, never shown as a stack. */
export class WorldFailure extends Error {
  readonly code: string

  constructor(code: string, message: string, options?: ErrorOptions) {
    super(message, options)
    this.name = 'WorldFailure'
    this.code = code
  }
}

/** Our own mistake: something that cannot happen has happened. */
export class Bug extends Error {
  readonly code = 'bug'

  constructor(message: string, options?: ErrorOptions) {
    super(`BUG: ${message}`, options)
    this.name = 'Bug'
  }
}
