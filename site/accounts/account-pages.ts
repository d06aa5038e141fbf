import { Hono } from 'hono'
import { html } from 'hono/html'
import { passwordFault } from '#content/access/password-rule.ts'
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
import { factorSection } from './factor-section.ts'
import { field, form } from './form.ts'
import { newPassword } from './link-pages.ts'
import { offerPasskeys } from './offer-passkeys.ts'
import { sessionSection } from './session-section.ts'

const SCRIPT = `(${offerPasskeys.toString()})(document, window)`
const DONE = ['welcome', 'name', 'password', 'factor', 'factor-off', 'passkey', 'session']

/** `/account`: name, password, second factors and sessions of whoever is signed in. */
export function accountPages(rooms: Rooms): Hono<Env> {
  const { accounts, frame } = rooms
  const { ask, audit, sessions } = accounts
  const app = new Hono<Env>()

  app.get(
    '/passkeys.js',
    () => new Response(SCRIPT, { headers: { 'Content-Type': 'text/javascript; charset=utf-8' } }),
  )

  app.get('/', (asked) => page(asked))

  app.post('/name', async (asked) => {
    const name = ((await readForm(asked))['name'] ?? '').trim()
    if (name === '' || name.length > 80) return page(asked, 'account.no-name')
    const { cookies } = await ask('/update-user', visitorOf(rooms, asked), { name })
    return sendOn('/account?done=name', cookies)
  })

  app.post('/password', async (asked) => {
    const { current = '', password = '' } = await readForm(asked)
    const { member, session } = asked.var
    const fault = passwordFault(password, member)
    if (fault) return page(asked, `password.${fault}`)
    const answer = await ask('/change-password', visitorOf(rooms, asked), {
      currentPassword: current,
      newPassword: password,
      revokeOtherSessions: true,
    })
    if (answer.status === 429) return page(asked, 'login.wait')
    if (answer.status !== 200) return page(asked, 'password.wrong')
    audit.write('password-changed', { actor: member.id, session: session.id })
    return sendOn('/account?done=password', answer.cookies)
  })

  app.post('/sessions/end', async (asked) => {
    const { id } = await readForm(asked)
    const { member, session } = asked.var
    if (!id) await sessions.endAll(member.id, session.id)
    else if (!(await sessions.end(member.id, id))) return sendOn('/account')
    audit.write('session-revoked', {
      actor: member.id,
      session: session.id,
      detail: id || 'others',
    })
    return sendOn('/account?done=session')
  })

  app.post('/sign-out', async (asked) => {
    const { member, session } = asked.var
    const { cookies } = await ask('/sign-out', visitorOf(rooms, asked), {})
    audit.write('signed-out', { actor: member.id, session: session.id })
    return sendOn('/login', cookies)
  })

  async function page(asked: Asked, problem?: string): Promise<Response> {
    const words = wordsOf(rooms, asked)
    const { say } = words
    const { member, session } = asked.var
    const done = DONE.find((name) => name === asked.req.query('done'))
    const all = await sessions.list(member.id)
    return frame({
      words,
      title: 'account.title',
      person: personOf(rooms, asked),
      status: problem ? 400 : 200,
      problem,
      done: done && `done.${done}`,
      hasPasskeys: true,
      content: html`
        <section>
          <h2>${say('account.you')}</h2>
          <p>${member.email}</p>
          ${form(
            '/account/name',
            [
              field({
                name: 'name',
                label: say('field.name'),
                value: member.name,
                autocomplete: 'name',
              }),
            ],
            say('account.save'),
          )}
        </section>
        ${factorSection(words, member, accounts.factors.passkeys(member.id))}
        <section>
          <h2>${say('account.password')}</h2>
          ${form(
            '/account/password',
            [
              field({
                name: 'current',
                type: 'password',
                label: say('field.current-password'),
                autocomplete: 'current-password',
              }),
              newPassword(say),
            ],
            say('account.change-password'),
          )}
        </section>
        ${sessionSection(words, all, session.id, accounts.now())}`,
    })
  }

  return app
}
