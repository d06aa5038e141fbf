import { Hono } from 'hono'
import { html, raw } from 'hono/html'
import QRCode from 'qrcode'
import {
  type Asked,
  type Env,
  personOf,
  type Rooms,
  readForm,
  sendOn,
  visitorOf,
  wordsOf,
} from './context.ts'
import { field, form } from './form.ts'
import type { Markup } from './frame.ts'
import type { Words } from './words.ts'

/** Setting up and ending second factors, below `/account`. */
export function factorPages(rooms: Rooms): Hono<Env> {
  const { accounts, frame } = rooms
  const { factors } = accounts
  const app = new Hono<Env>()

  app.post('/totp', async (asked) => {
    const { password = '' } = await readForm(asked)
    const start = await factors.startTotp(password, visitorOf(rooms, asked))
    if (start === undefined) return wrongPassword(asked)
    const words = wordsOf(rooms, asked)
    const { say } = words
    const { uri, codes } = start
    const secret = new URL(uri).searchParams.get('secret') ?? ''
    return show(
      asked,
      html`<ol class="steps">
        <li><p>${say('totp.scan')}</p>${raw(await qrCode(uri))}
          <p class="hint">${say('totp.by-hand')} <code>${grouped(secret)}</code></p></li>
        <li><p>${say('totp.codes')}</p>${codeList(codes)}</li>
        <li><p>${say('totp.prove')}</p>${proof(words)}</li>
      </ol>`,
    )
  })

  app.post('/totp/confirm', async (asked) => {
    const { code = '' } = await readForm(asked)
    const cookies = await factors.confirmTotp(code, by(asked), visitorOf(rooms, asked))
    if (cookies) return sendOn('/account?done=factor', cookies)
    return show(asked, proof(wordsOf(rooms, asked)), 'totp.wrong')
  })

  app.post('/totp/off', async (asked) => {
    const { password = '' } = await readForm(asked)
    const cookies = await factors.endTotp(password, by(asked), visitorOf(rooms, asked))
    return cookies ? sendOn('/account?done=factor-off', cookies) : wrongPassword(asked)
  })

  app.post('/codes', async (asked) => {
    const { password = '' } = await readForm(asked)
    const codes = await factors.newCodes(password, visitorOf(rooms, asked))
    if (codes === undefined) return wrongPassword(asked)
    const { say } = wordsOf(rooms, asked)
    return show(asked, html`<p>${say('totp.codes')}</p>${codeList(codes)}`)
  })

  app.post('/passkeys/remove', async (asked) => {
    const { id = '' } = await readForm(asked)
    await factors.removePasskey(id, by(asked), visitorOf(rooms, asked))
    return sendOn('/account?done=factor-off')
  })

  function by({ var: { member, session } }: Asked) {
    return { actor: member.id, session: session.id }
  }

  function wrongPassword(asked: Asked): Response {
    const { say } = wordsOf(rooms, asked)
    return show(asked, html`<p><a href="/account">${say('account.back')}</a></p>`, 'password.wrong')
  }

  function show(asked: Asked, content: Markup, problem?: string): Response {
    const words = wordsOf(rooms, asked)
    const person = personOf(rooms, asked)
    const status = problem ? 400 : 200
    const back = html`<p><a href="/account">${words.say('account.back')}</a></p>`
    return frame({
      words,
      title: 'totp.title',
      person,
      status,
      problem,
      content: problem === 'password.wrong' ? content : html`${content}${back}`,
    })
  }

  return app
}

function proof({ say }: Words): Markup {
  const code = field({
    name: 'code',
    label: say('field.code'),
    autocomplete: 'one-time-code',
    isNumeric: true,
  })
  return form('/account/totp/confirm', [code], say('totp.button'))
}

function codeList(codes: readonly string[]): Markup {
  return html`<ul class="codes">${codes.map((code) => html`<li><code>${code}</code></li>`)}</ul>`
}

// An authenticator's address has small letters, so the house's large-moduled codes cannot hold it.
function qrCode(uri: string): Promise<string> {
  return QRCode.toString(uri, { type: 'svg', errorCorrectionLevel: 'M', margin: 4 })
}

function grouped(secret: string): string {
  return secret.replace(/.{4}(?=.)/g, '$& ')
}
