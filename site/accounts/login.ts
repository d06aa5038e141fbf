import { Hono } from 'hono'
import { html } from 'hono/html'
import type { SignInStep } from '#content/access/sign-in.ts'
import {
  type Asked,
  type Env,
  type Rooms,
  readForm,
  sendOn,
  visitorOf,
  wordsOf,
} from './context.ts'
import { field, form, hidden } from './form.ts'
import { returnPath } from './return-path.ts'

/** `/login` and its second step. */
export function loginPages(rooms: Rooms): Hono<Env> {
  const { accounts, frame } = rooms
  const app = new Hono<Env>()

  app.get('/', async (asked) => {
    const next = wantedBy(asked)
    const session = await accounts.sessions.find(asked.req.raw.headers)
    return session ? sendOn(next) : first(asked, next)
  })

  app.post('/', async (asked) => {
    const { email = '', password = '', next = '' } = await readForm(asked)
    const step = await accounts.signIn.withPassword({ email, password }, visitorOf(rooms, asked))
    return follow(asked, step, returnPath(next, accounts.origins), email)
  })

  app.get('/second', (asked) => second(asked, wantedBy(asked)))

  app.post('/second', async (asked) => {
    const { code = '', next = '' } = await readForm(asked)
    const step = await accounts.signIn.withCode(code, visitorOf(rooms, asked))
    const to = returnPath(next, accounts.origins)
    if (step.state === 'refused') return second(asked, to, 'second.refused', step.cookies)
    return follow(asked, step, to)
  })

  function wantedBy({ req }: Asked): string {
    return returnPath(req.query('next') ?? req.query('origin'), accounts.origins)
  }

  function follow(asked: Asked, step: SignInStep, next: string, email?: string): Response {
    switch (step.state) {
      case 'in':
        return sendOn(next, step.cookies)
      case 'second': {
        const query = new URLSearchParams({ next, method: step.method })
        return sendOn(`/login/second?${query}`, step.cookies)
      }
      case 'refused':
        return first(asked, next, { email, problem: 'login.refused', status: 401 })
      case 'wait':
        return first(asked, next, { email, problem: 'login.wait', status: 429 })
    }
  }

  function first(
    asked: Asked,
    next: string,
    told: { email?: string | undefined; problem?: string; status?: 401 | 429 } = {},
  ): Response {
    const words = wordsOf(rooms, asked)
    const { say } = words
    return frame({
      words,
      title: 'login.title',
      status: told.status ?? 200,
      problem: told.problem,
      hasPasskeys: true,
      content: html`
        ${form(
          '/login',
          [
            hidden('next', next),
            field({
              name: 'email',
              type: 'email',
              label: say('field.email'),
              value: told.email,
              autocomplete: 'username webauthn',
            }),
            field({
              name: 'password',
              type: 'password',
              label: say('field.password'),
              autocomplete: 'current-password',
            }),
          ],
          say('login.button'),
        )}
        ${passkeyButton(next)}
        <p><a href="/login/reset">${say('login.forgotten')}</a></p>
        <p class="hint">${say('login.closed')}</p>`,
    })

    function passkeyButton(to: string) {
      return html`<div class="passkey" data-passkey="sign-in" data-next="${to}" hidden>
        <button type="button" class="quiet">${say('login.passkey')}</button>
        <p class="problem" role="alert" hidden>${say('passkey.failed')}</p>
      </div>`
    }
  }

  function second(
    asked: Asked,
    next: string,
    problem?: string,
    cookies: readonly string[] = [],
  ): Response {
    const words = wordsOf(rooms, asked)
    const { say } = words
    const isPasskey = asked.req.query('method') === 'passkey'
    const code = form(
      '/login/second',
      [
        hidden('next', next),
        field({
          name: 'code',
          label: say('field.code'),
          hint: say('second.hint'),
          autocomplete: 'one-time-code',
        }),
      ],
      say('second.button'),
    )
    const passkey = html`<p>${say('second.passkey')}</p>
      <div class="passkey" data-passkey="sign-in" data-next="${next}" hidden>
        <button type="button">${say('login.passkey')}</button>
        <p class="problem" role="alert" hidden>${say('passkey.failed')}</p>
      </div>
      <noscript><p class="problem">${say('passkey.script')}</p></noscript>`
    return frame({
      words,
      title: 'second.title',
      status: problem ? 401 : 200,
      problem,
      cookies,
      hasPasskeys: isPasskey,
      content: html`${isPasskey ? passkey : code}
        <p><a href="/login">${say('second.again')}</a></p>`,
    })
  }

  return app
}
