import { Hono } from 'hono'
import { html } from 'hono/html'
import { z } from 'zod'
import {
  type Asked,
  type Env,
  type Rooms,
  readForm,
  sendOn,
  visitorOf,
  wordsOf,
} from './context.ts'
import { field, form } from './form.ts'

const person = z.object({
  name: z.string().trim().min(1).max(80),
  email: z.email().max(254),
  password: z.string(),
})

/** Pages behind links that work once: the first administrator's, and invitations. */
export function linkPages(rooms: Rooms): Hono<Env> {
  const { accounts, frame } = rooms
  const { recruiting, signIn } = accounts
  const app = new Hono<Env>()

  for (const kind of ['first', 'invitation'] as const) {
    app.get(`/${kind}/:secret`, (asked) => page(asked, kind))
    app.post(`/${kind}/:secret`, async (asked) => {
      const given = await readForm(asked)
      const secret = asked.req.param('secret') ?? ''
      const email = recruiting.find(kind, secret)?.email ?? given['email']
      const read = person.safeParse({ ...given, email })
      if (!read.success) return page(asked, kind, given, 'link.incomplete')
      const outcome = await recruiting.accept(kind, secret, read.data)
      if (outcome === 'void') return voidLink(rooms, asked)
      if (outcome !== 'done') return page(asked, kind, given, `password.${outcome}`)
      const step = await signIn.withPassword(read.data, visitorOf(rooms, asked))
      return step.state === 'in' ? sendOn('/account?done=welcome', step.cookies) : sendOn('/login')
    })
  }

  function page(
    asked: Asked,
    kind: 'first' | 'invitation',
    given: Record<string, string> = {},
    problem?: string,
  ): Response {
    const link = recruiting.find(kind, asked.req.param('secret') ?? '')
    if (link === undefined) return voidLink(rooms, asked)
    const words = wordsOf(rooms, asked)
    const { say } = words
    const email = field({
      name: 'email',
      type: 'email',
      label: say('field.email'),
      value: given['email'],
      autocomplete: 'username',
    })
    return frame({
      words,
      title: kind === 'first' ? 'first.title' : 'invitation.title',
      status: problem ? 400 : 200,
      problem,
      content: html`<p>${say(kind === 'first' ? 'first.lead' : 'invitation.lead')}</p>
        ${link.email ? html`<p><strong>${link.email}</strong></p>` : ''}
        ${form(
          asked.req.path,
          [
            field({
              name: 'name',
              label: say('field.name'),
              value: given['name'],
              autocomplete: 'name',
            }),
            ...(link.email ? [] : [email]),
            newPassword(say),
          ],
          say('link.button'),
        )}`,
    })
  }

  return app
}

/** The field of a new password, with its rule. */
export function newPassword(say: (key: string) => string) {
  return field({
    name: 'password',
    type: 'password',
    label: say('field.new-password'),
    hint: say('password.rule'),
    autocomplete: 'new-password',
  })
}

/** Says that a link leads nowhere any more, and what to do. */
export function voidLink({ frame, ...rooms }: Rooms, asked: Asked): Response {
  const words = wordsOf({ frame, ...rooms }, asked)
  const { say } = words
  return frame({
    words,
    title: 'void.title',
    status: 404,
    content: html`<p>${say('void.text')}</p><p><a href="/login">${say('login.title')}</a></p>`,
  })
}
