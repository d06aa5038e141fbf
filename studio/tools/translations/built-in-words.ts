import am from '#content/locales/am.json' with { type: 'json' }
import ar from '#content/locales/ar.json' with { type: 'json' }
import bn from '#content/locales/bn.json' with { type: 'json' }
import de from '#content/locales/de.json' with { type: 'json' }
import en from '#content/locales/en.json' with { type: 'json' }
import es from '#content/locales/es.json' with { type: 'json' }
import fa from '#content/locales/fa.json' with { type: 'json' }
import fr from '#content/locales/fr.json' with { type: 'json' }
import ro from '#content/locales/ro.json' with { type: 'json' }
import ru from '#content/locales/ru.json' with { type: 'json' }
import ti from '#content/locales/ti.json' with { type: 'json' }
import uk from '#content/locales/uk.json' with { type: 'json' }
import ur from '#content/locales/ur.json' with { type: 'json' }
import zh from '#content/locales/zh.json' with { type: 'json' }
import type { BuiltInWords } from './interface-row.ts'

const FILES = { am, ar, bn, de, en, es, fa, fr, ro, ru, ti, uk, ur, zh }

/** The words that came with the program. What English has is what every language needs. */
export const builtInWords: BuiltInWords = {
  source: en,
  keys: Object.fromEntries(Object.entries(FILES).map(([tag, words]) => [tag, Object.keys(words)])),
}
