import type { SanityClient } from '@sanity/client'
import { personOf, publishFacts } from './verified.ts'

/** The first helpline of a place, and its number for voice as it is printed. */
export async function firstHelpline(
  client: SanityClient,
  place: string,
): Promise<{ id: string; dial: string }> {
  return client.fetch(
    `*[_type == "place" && slug.current == $place][0].helplines[0]->{"id": _id, "dial": numbers[channel == "voice"][0].dial}`,
    { place },
  )
}

/** As the Studio does it: a draft is edited, verified by two people, then published through actions. */
export async function publishNumber(
  [author, colleague]: readonly [SanityClient, SanityClient],
  id: string,
  dial: string,
): Promise<void> {
  const key: string = await author.fetch(`*[_id == $id][0].numbers[channel == "voice"][0]._key`, {
    id,
  })
  const set = {
    [`numbers[_key=="${key}"].dial`]: dial,
    [`numbers[_key=="${key}"].e164`]: `+44${dial.replace(/\s/g, '').slice(1)}`,
  }
  const people = [await personOf(author), await personOf(colleague)] as const
  await publishFacts({ id, set, now: Date.now() }, people)
}

/** A number may be printed with no-break spaces, narrow spaces or hyphens between its groups. */
export function spaced(dial: string): RegExp {
  return new RegExp(dial.trim().split(/\s+/).map(literally).join('[\\s\\u00a0\\u202f\\u2011-]*'))
}

function literally(part: string): string {
  return part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
}
