import { Hono } from 'hono'
import { html } from 'hono/html'
import { type Asked, type Env, type Rooms, readForm, sendOn, wordsOf } from './context.ts'
import { field, form } from './form.ts'
import { newPassword, voidLink } from './link-pages.ts'

/** `/login/reset`: asking for a link by mail, and setting a password by a link. */
export function resetPages(rooms: Rooms): Hono<Env> {
  const { accounts, frame, sendMail, log } = rooms
  const { passwords, links, origin } = accounts
  const app = new Hono<Env>()

  app.get('/', (asked) => askPage(asked, false))

  app.post('/', async (asked) => {
    const { email = '' } = await readForm(asked)
    if (sendMail === undefined) return askPage(asked, false)
    const { say } = wordsOf(rooms, asked)
    // Not waited for: how long an answer takes must not tell whether somebody has an account.
    setImmediate(() => {
      const link = passwords.resetLink(email)
      if (link === undefined) return
      sendMail({
        to: link.member.email,
        subject: say('mail.reset-subject'),
        text: say('mail.reset-text', { url: `${origin}/login/reset/${link.secret}` }),
      }).catch((err: unknown) => log.error({ err }, 'A letter cannot be sent'))
    })
    return askPage(asked, true)
  })

  app.get('/:secret', (asked) => setPage(asked))

  app.post('/:secret', async (asked) => {
    const { password = '' } = await readForm(asked)
    const outcome = await passwords.reset(asked.req.param('secret'), password)
    if (outcome === 'done') return sendOn('/login')
    return outcome === 'void' ? voidLink(rooms, asked) : setPage(asked, `password.${outcome}`)
  })

  function askPage(asked: Asked, isSent: boolean): Response {
    const words = wordsOf(rooms, asked)
    const { say } = words
    const email = field({
      name: 'email',
      type: 'email',
      label: say('field.email'),
      autocomplete: 'username',
    })
    return frame({
      words,
      title: 'reset.title',
      done: isSent ? 'reset.sent' : undefined,
      content: sendMail
        ? form('/login/reset', [email], say('reset.button'))
        : html`<p>${say('reset.no-mail')}</p>`,
    })
  }

  function setPage(asked: Asked, problem?: string): Response {
    const secret = asked.req.param('secret') ?? ''
    if (links.find('reset', secret) === undefined) return voidLink(rooms, asked)
    const words = wordsOf(rooms, asked)
    const { say } = words
    return frame({
      words,
      title: 'reset.title',
      status: problem ? 400 : 200,
      problem,
      content: form(asked.req.path, [newPassword(say)], say('reset.set')),
    })
  }

  return app
}
