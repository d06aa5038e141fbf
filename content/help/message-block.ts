import type { PublicCampaign, PublicMessage } from '#content/model/facts.ts'
import { pickText } from './passages.ts'
import { recordingViews } from './recordings.ts'
import type { Scene } from './scene.ts'
import type { MessageBlock } from './view.ts'
import { addDays, localParts, startOfDay } from './zoned-time.ts'

/** What is drawn of a message; `undefined` while no language of the reader's chain has its heading. */
export function messageBlock(message: PublicMessage, scene: Scene): MessageBlock | undefined {
  const heading = pickText(message.heading, scene)
  if (heading === undefined) return undefined
  const body = pickText(message.body, scene)
  const callToAction = pickText(message.callToAction, scene)
  return {
    kind: 'message',
    id: message.id,
    heading,
    ...(body && { body }),
    ...(callToAction && { callToAction }),
    ...recordingViews(message.recordings, { heading, body, callToAction }, scene),
    pictogram: message.pictogram,
    topic: message.topic,
    audience: message.audience,
    cover: message.cover,
  }
}

/** The campaigns that run today by the calendar of the place; tells the scene when that changes. */
export function runningCampaigns(
  campaigns: readonly PublicCampaign[],
  scene: Scene,
): PublicCampaign[] {
  const today = localParts(scene.now, scene.zone).day
  return campaigns.filter(({ from, to }) => {
    if (from > today) scene.changesAt(startOfDay(from, scene.zone))
    if (to !== undefined && to >= today) scene.changesAt(startOfDay(addDays(to, 1), scene.zone))
    return from <= today && (to === undefined || today <= to)
  })
}
