import { z } from 'zod'
import { languageName } from '../../desk/language-name.ts'
import { bestStanding, factStanding, numbersOf } from './fact-standing.ts'
import { type House, itemsOf, type Paired, refsOf } from './house.ts'
import { messageLanguages, translations } from './message-languages.ts'
import { listed, unpublishedOf } from './publish-step.ts'
import type { Step, StepName, Target } from './step.ts'
import { stillNeeds } from './still-needs.ts'

const TRANSLATIONS = 2
const slugged = z.object({ slug: z.object({ current: z.string() }) })

/** How the form of a type calls a field of it. */
type TitleOf = (type: string, field: string) => string

/** The twelve steps, each with its state as the lake has it; nothing here knows what was clicked. */
export function firstHourSteps(house: House, titleOf: TitleOf): Step[] {
  const place = best(house.places, (one) => stillNeeds(one).length === 0)
  const helpline = best(house.helplines, (one) => bestStanding(one) === 'verified')
  const message = best(house.messages, (one) => messageLanguages(one.current).approved.length > 0)
  const campaign = best(house.campaigns, (one) => one.published !== undefined)
  return [
    written('organization', house.organization, { fresh: create('organization'), titleOf }),
    written('place', place, { fresh: create('place'), titleOf }),
    written('helpline', helpline, {
      fresh: create('helpline', withOrganization(house)),
      titleOf,
    }),
    verifyStep(helpline),
    messageStep(message),
    translateStep(message),
    approveStep(message),
    campaignStep(house, campaign, titleOf),
    publishStep(house, campaign),
    seeStep(house, campaign),
    changeStep(house, helpline),
    withdrawStep(house, helpline),
  ]
}

/** How many of the steps are done. */
export function countDone(steps: readonly Step[]): number {
  return steps.filter(({ state }) => state === 'done').length
}

function best(all: readonly Paired[], isBetter: (one: Paired) => boolean): Paired | undefined {
  return all.find(isBetter) ?? all[0]
}

function create(type: string, parameters?: Record<string, string>): Target {
  const template = parameters === undefined ? type : `${type}-of-organization`
  return { to: 'create', type, template, ...(parameters && { parameters }) }
}

function edit({ type, id }: Paired): Target {
  return { to: 'edit', type, id }
}

function withOrganization({ organization }: House): Record<string, string> | undefined {
  return organization && { organization: organization.id }
}

function step(name: StepName, state: Step['state'], rest: Partial<Step> = {}): Step {
  return { name, state, links: [], ...rest }
}

/** A document that has to be there and whole. */
function written(
  name: StepName,
  document: Paired | undefined,
  { fresh, titleOf }: { fresh: Target; titleOf: TitleOf },
): Step {
  if (document === undefined) return step(name, 'to-do', { target: fresh })
  const needs = stillNeeds(document).map((field) => titleOf(document.type, field))
  if (needs.length === 0) return step(name, 'done', { target: edit(document) })
  return step(name, 'to-do', { target: edit(document), note: `Still needs: ${needs.join(', ')}` })
}

function verifyStep(helpline: Paired | undefined): Step {
  const links = [{ href: '/account/people', label: 'Invite a second person' }]
  if (helpline === undefined) return step('verify', 'to-do', { links })
  const target: Target = {
    to: 'address',
    href: `/studio/freshness/${helpline.id}`,
    label: 'Open the two steps',
  }
  const standing = bestStanding(helpline)
  if (standing === 'verified') return step('verify', 'done', { target })
  const note = 'One person has checked it. A second has to confirm it.'
  if (standing === 'pending') return step('verify', 'waiting', { target, links, note })
  return step('verify', 'to-do', { target, links })
}

function messageStep(message: Paired | undefined): Step {
  if (message === undefined) return step('message', 'to-do', { target: create('message') })
  const { written: tags } = messageLanguages(message.current)
  if (tags.includes('en')) return step('message', 'done', { target: edit(message) })
  const note = 'Write heading, body and call to action in English'
  return step('message', 'to-do', { target: edit(message), note })
}

function translateStep(message: Paired | undefined): Step {
  if (message === undefined) return step('translate', 'to-do')
  const tags = translations(messageLanguages(message.current).written)
  const target = edit(message)
  if (tags.length >= TRANSLATIONS) return step('translate', 'done', { target })
  const note = tags.length === 0 ? undefined : `So far: ${tags.map(languageName).join(', ')}`
  return step('translate', 'to-do', { target, ...(note !== undefined && { note }) })
}

function approveStep(message: Paired | undefined): Step {
  if (message === undefined) return step('approve', 'to-do')
  const { approved, submitted } = messageLanguages(message.current)
  const target = edit(message)
  const isDone = approved.includes('en') && translations(approved).length >= TRANSLATIONS
  if (isDone) return step('approve', 'done', { target })
  const open = submitted.filter((tag) => !approved.includes(tag))
  if (open.length === 0) return step('approve', 'to-do', { target })
  const note = `A reviewer has to approve: ${open.map(languageName).join(', ')}`
  return step('approve', 'waiting', { target, note })
}

function campaignStep(house: House, campaign: Paired | undefined, titleOf: TitleOf): Step {
  const fresh = create('campaign', withOrganization(house))
  if (campaign === undefined) return step('campaign', 'to-do', { target: fresh })
  const target = edit(campaign)
  const { current } = campaign
  const missing = [
    ...stillNeeds(campaign).map((field) => titleOf('campaign', field)),
    ...(itemsOf(current, 'places').length + itemsOf(current, 'placeKinds').length > 0
      ? []
      : ['Places']),
    ...(itemsOf(current, 'languages').length > TRANSLATIONS ? [] : ['Three languages']),
  ]
  if (missing.length === 0) return step('campaign', 'done', { target })
  return step('campaign', 'to-do', { target, note: `Still needs: ${missing.join(', ')}` })
}

function publishStep(house: House, campaign: Paired | undefined): Step {
  if (campaign === undefined) return step('publish', 'to-do')
  const [first, ...others] = unpublishedOf(house, campaign)
  if (first !== undefined) {
    const names = [first, ...others].map(({ type }) => type).join(', ')
    return step('publish', 'to-do', { target: edit(first), note: `Not public yet: ${names}` })
  }
  const [place] = house.places
  const isShown = house.helplines.some(({ id }) => listed(house).has(id))
  if (!isShown && place !== undefined) {
    const note = 'No place of yours lists your helpline yet: add it there'
    return step('publish', 'to-do', { target: edit(place), note })
  }
  return step('publish', 'done', { target: edit(campaign) })
}

function seeStep(house: House, campaign: Paired | undefined): Step {
  const isPublic = publishStep(house, campaign).state === 'done'
  if (campaign === undefined || !isPublic) return step('see', 'to-do')
  const here = refsOf(campaign.current, 'places')
  const place = house.places.find(({ id, published }) => published && here.includes(id))
  const chosen = place ?? house.places.find(({ published }) => published !== undefined)
  const slug = slugged.safeParse(chosen?.published).data?.slug.current
  const placement = house.placements.find(({ published }) => published !== undefined)
  const pages =
    slug === undefined
      ? []
      : [
          { href: `/en/${slug}`, label: 'Help page' },
          { href: `/screen/${slug}`, label: 'Screen' },
        ]
  if (placement === undefined) {
    const note = 'For a poster, say where it hangs: its code leads to this page'
    return step('see', 'to-do', { links: pages, note, target: create('placement') })
  }
  const poster = { href: `/posters/${String(placement.current['code'])}`, label: 'Poster' }
  return step('see', 'done', { links: [...pages, poster] })
}

function changeStep(house: House, helpline: Paired | undefined): Step {
  if (helpline?.published === undefined) return step('change', 'to-do')
  const target = edit(helpline)
  if (house.changedNumbers.length > 0) return step('change', 'done', { target })
  const { draft, published } = helpline
  if (draft === undefined || numbersOf(draft) === numbersOf(published)) {
    return step('change', 'to-do', { target })
  }
  const href = `/studio/freshness/${helpline.id}`
  const links = [{ href, label: 'Open the two steps' }]
  switch (factStanding(draft)) {
    case 'none':
      return step('change', 'to-do', {
        target,
        links,
        note: 'Drafted: say that you have checked it',
      })
    case 'pending':
      return step('change', 'waiting', { target, links, note: 'A second person has to confirm it' })
    case 'verified':
      return step('change', 'to-do', { target, links, note: 'Two people stand for it: publish it' })
  }
}

function withdrawStep(house: House, helpline: Paired | undefined): Step {
  const isDone = house.helplines.some(({ published }) => published?.['withdrawal'] !== undefined)
  if (helpline?.published === undefined) return step('withdraw', isDone ? 'done' : 'to-do')
  const href = `/withdraw/${helpline.id}`
  const target: Target = { to: 'address', href, label: 'Open the page for a phone' }
  return step('withdraw', isDone ? 'done' : 'to-do', { target })
}
