import { Hono } from 'hono'
import { html } from 'hono/html'
import { z } from 'zod'
import { isAdministrator } from '#content/access/stored-binding.ts'
import {
  type Asked,
  type Env,
  personOf,
  type Rooms,
  readFields,
  readForm,
  sendOn,
  wordsOf,
} from './context.ts'
import { field, form, hidden, tick } from './form.ts'
import { loadChoices } from './load-choices.ts'
import { memberSections } from './member-sections.ts'
import { bindingsInWords, readRole, roleFields } from './role-fields.ts'

const DONE = ['invited', 'withdrawn', 'roles', 'locked', 'unlocked', 'removed', 'factors']
const address = z.email().max(254)

/** `/account/people`, for administrators: who has an account, and who is invited. */
export function peoplePages(rooms: Rooms): Hono<Env> {
  const { accounts, frame, client, sendMail, log } = rooms
  const { members, recruiting, links, staff, passwords, origin } = accounts
  const app = new Hono<Env>()

  app.use(async (asked, next) => {
    if (isAdministrator(members.bindingsOf(asked.var.member.id))) return next()
    const words = wordsOf(rooms, asked)
    const content = html`<p>${words.say('people.not-yours')}</p>`
    return frame({
      words,
      title: 'people.title',
      status: 403,
      person: personOf(rooms, asked),
      content,
    })
  })

  app.get('/', (asked) => list(asked))

  app.post('/invite', async (asked) => {
    const { email = '' } = await readForm(asked)
    const bindings = readRole(await readFields(asked))
    const to = address.safeParse(email.trim())
    if (!to.success) return list(asked, 'people.no-email')
    if (bindings === undefined) return list(asked, 'people.no-role')
    const secret = recruiting.invite(to.data, bindings, by(asked))
    if (secret === undefined) return list(asked, 'people.taken')
    return showLink(asked, 'invitation', to.data, `${origin}/login/invitation/${secret}`)
  })

  app.post('/withdraw', async (asked) => {
    const { email = '' } = await readForm(asked)
    recruiting.withdraw(email, by(asked))
    return sendOn('/account/people?done=withdrawn')
  })

  app.get('/:id', (asked) => one(asked))

  app.post('/:id/roles', async (asked) => {
    const bindings = readRole(await readFields(asked))
    if (bindings === undefined) return one(asked, 'people.no-role')
    return told(asked, 'roles', staff.bind(asked.req.param('id'), bindings, by(asked)))
  })
  app.post('/:id/lock', async (asked) =>
    told(asked, 'locked', await staff.lock(asked.req.param('id'), by(asked))),
  )
  app.post('/:id/unlock', (asked) => {
    staff.unlock(asked.req.param('id'), by(asked))
    return told(asked, 'unlocked', 'done')
  })
  app.post('/:id/remove', async (asked) => {
    const { sure } = await readForm(asked)
    if (sure !== 'yes') return one(asked, 'people.not-sure')
    return told(asked, 'removed', await staff.remove(asked.req.param('id'), by(asked)))
  })
  app.post('/:id/factors', async (asked) => {
    await staff.dropSecondFactors(asked.req.param('id'), by(asked))
    return told(asked, 'factors', 'done')
  })
  app.post('/:id/reset', (asked) => {
    const email = members.find(asked.req.param('id'))?.email ?? ''
    const link = passwords.resetLink(email, asked.var.member.id)
    if (link === undefined) return one(asked, 'people.locked-reset')
    return showLink(asked, 'reset', email, `${origin}/login/reset/${link.secret}`)
  })

  function by({ var: { member, session } }: Asked) {
    return { actor: member.id, session: session.id }
  }

  function told(
    asked: Asked,
    done: string,
    outcome: 'done' | 'last',
  ): Response | Promise<Response> {
    if (outcome === 'last') return one(asked, 'people.last')
    return sendOn(`/account/people?done=${done}`)
  }

  /** Shows a link once, and sends it where there is a mail server. */
  function showLink(asked: Asked, kind: 'invitation' | 'reset', to: string, url: string): Response {
    const words = wordsOf(rooms, asked)
    const { say } = words
    const letter = {
      to,
      subject: say(`mail.${kind}-subject`),
      text: say(`mail.${kind}-text`, { url }),
    }
    sendMail?.(letter).catch((err: unknown) => log.error({ err }, 'A letter cannot be sent'))
    return frame({
      words,
      title: 'link.title',
      person: personOf(rooms, asked),
      done: sendMail ? 'link.sent' : undefined,
      content: html`<p>${say('link.hand-on')} <strong>${to}</strong></p>
        <p class="link"><code>${url}</code></p>
        <p><a href="/account/people">${say('people.back')}</a></p>`,
    })
  }

  async function list(asked: Asked, problem?: string): Promise<Response> {
    const words = wordsOf(rooms, asked)
    const { say } = words
    const choices = await loadChoices(client)
    const done = DONE.find((name) => name === asked.req.query('done'))
    const invited = links.invitations()
    return frame({
      words,
      title: 'people.title',
      person: personOf(rooms, asked),
      status: problem ? 400 : 200,
      problem,
      done: done && `done.${done}`,
      content: html`
        <ul class="rows">
          ${members.list().map(
            ({ id, name, email, bindings, isLocked }) => html`<li>
              <div>
                <a href="/account/people/${id}"><strong>${name}</strong></a>
                <p class="hint">${email} · ${bindingsInWords(words, bindings, choices)}</p>
              </div>
              ${isLocked ? html`<span class="state off">${say('people.is-locked')}</span>` : ''}
            </li>`,
          )}
        </ul>
        <section>
          <h2>${say('people.invited')}</h2>
          ${invited.length === 0 ? html`<p class="state">${say('people.nobody-invited')}</p>` : ''}
          <ul class="rows">
            ${invited.map(
              ({ email = '', bindings }) => html`<li>
                <div><strong>${email}</strong>
                  <p class="hint">${bindingsInWords(words, bindings, choices)}</p></div>
                <form method="post" action="/account/people/withdraw">
                  ${hidden('email', email)}<button class="quiet">${say('people.withdraw')}</button>
                </form>
              </li>`,
            )}
          </ul>
        </section>
        <section>
          <h2>${say('people.invite')}</h2>
          ${form(
            '/account/people/invite',
            [
              field({ name: 'email', type: 'email', label: say('field.email') }),
              roleFields(words, choices),
            ],
            say('people.invite-button'),
          )}
        </section>`,
    })
  }

  async function one(asked: Asked, problem?: string): Promise<Response> {
    const member = members.find(asked.req.param('id') ?? '')
    if (member === undefined) return asked.notFound()
    const words = wordsOf(rooms, asked)
    const { say } = words
    return frame({
      words,
      title: 'person.title',
      person: personOf(rooms, asked),
      status: problem ? 409 : 200,
      problem,
      content: html`<p><strong>${member.name}</strong><br />${member.email}</p>
        ${memberSections(words, member, await loadChoices(client))}
        <section>
          <h2>${say('person.remove')}</h2>
          <p class="hint">${say('person.remove-hint')}</p>
          ${form(
            `/account/people/${member.id}/remove`,
            [tick({ name: 'sure', value: 'yes', label: say('person.sure'), isRequired: true })],
            say('person.remove-button'),
          )}
        </section>
        <p><a href="/account/people">${say('people.back')}</a></p>`,
    })
  }

  return app
}
