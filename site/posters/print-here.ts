import { existsSync } from 'node:fs'
import { pino } from 'pino'
import { holdsDemo } from '#content/demo/holds-demo.ts'
import { loadStrings } from '#content/locales/load.ts'
import { overlayStrings } from '#content/locales/overlay-strings.ts'
import { createSpeaker } from '#content/locales/speaker.ts'
import { Mistake } from '#content/model/errors.ts'
import { findLanguage } from '#content/model/languages.ts'
import { loadInterfaceText } from '#content/queries/load-interface-text.ts'
import { loadLanguages } from '#content/queries/load-languages.ts'
import { loadPlacement } from '#content/queries/load-placement.ts'
import { openContent } from '../lib/content.ts'
import { logOptions } from '../lib/log-options.ts'
import type { Settings } from '../lib/settings.ts'
import { type Order, type Sheet, wrong } from './order.ts'
import { placementPoster } from './placement-poster.ts'
import { createPress } from './press.ts'

/**
 * Prints from the data folder, while no server has it.
 *
 * @throws Mistake that says which argument or setting is wrong; StorageFailure `open-failed` if one does
 */
export async function printHere(order: Order, settings: Settings): Promise<Sheet> {
  const { dataFolder } = settings
  if (settings.sanity === undefined && !existsSync(dataFolder)) {
    throw new Mistake(
      'posters-data',
      `WAYMARK_DATA: there is no content in ${dataFolder}. Run npm run seed for the demo, or name the folder.`,
    )
  }
  const origin = settings.origin ?? `http://127.0.0.1:${settings.port}`
  const log = pino(logOptions(settings), pino.destination(2))
  const content = await openContent({ settings, origin, log, now: Date.now })
  try {
    const { client } = content
    const now = Date.now()
    const found = await loadPlacement(client, order.code, now)
    if (!found) throw wrong('code', order.code, 'write the six signs of a placement')
    const languages = await loadLanguages(client)
    const tag = order.lang ?? found.facts.place.languages[0] ?? ''
    const lang = findLanguage(languages, tag)?.tag
    if (lang === undefined)
      throw wrong('lang', tag, 'write the tag of a language we have, as in ti')
    const strings = overlayStrings(await loadStrings(), await loadInterfaceText(client))
    const { spec } = placementPoster({
      ...found,
      lang,
      piece: order.size,
      languages,
      speak: createSpeaker({ strings, languages }),
      origin,
      sample: await holdsDemo(client),
      printable: settings.origin !== undefined,
      now,
    })
    return {
      name: `${found.placement.code}-${lang}-${spec.piece}.${order.format}`,
      sheet: await createPress().render(spec, order.format),
    }
  } finally {
    await content.stop()
  }
}
