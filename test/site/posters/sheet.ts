import type { Passage } from '#content/help/view.ts'
import { BUILT_IN_LANGUAGES, findLanguage } from '#content/model/languages.ts'
import type { PosterSpec } from '../../../site/posters/poster.ts'

/** A number from Ofcom's range for drama. */
export const DIAL = '+44 20 7946 0123'
export const ADDRESS = 'HTTP://127.0.0.1:4321/Q/DEMO01/TI'

/** One heading and one sentence in every script that we print. */
export const WORDS = {
  en: ['Someone keeps your passport?', 'That is a crime. It is not your fault.'],
  ru: ['Кто-то забрал ваш паспорт?', 'Это преступление. Вы не виноваты.'],
  ar: ['هل يحتفظ أحدهم بجواز سفرك؟', 'هذه جريمة. الذنب ليس ذنبك.'],
  ur: ['کیا کسی نے آپ کا پاسپورٹ رکھ لیا ہے؟', 'یہ جرم ہے۔ اس میں آپ کا قصور نہیں۔'],
  ti: ['ፓስፖርትካ ሰብ ሒዝዎ ኣሎ ድዩ?', 'እዚ ገበን እዩ። ጌጋኻ ኣይኮነን።'],
  bn: ['কেউ কি আপনার পাসপোর্ট আটকে রেখেছে?', 'এটা অপরাধ। এতে আপনার দোষ নেই।'],
  hi: ['क्या किसी ने आपका पासपोर्ट रख लिया है?', 'यह अपराध है। इसमें आपका दोष नहीं।'],
  'pa-Guru': ['ਕੀ ਕਿਸੇ ਨੇ ਤੁਹਾਡਾ ਪਾਸਪੋਰਟ ਰੱਖ ਲਿਆ ਹੈ?', 'ਇਹ ਜੁਰਮ ਹੈ। ਤੁਹਾਡਾ ਕਸੂਰ ਨਹੀਂ।'],
  zh: ['有人扣留了你的护照吗？', '这是犯罪。这不是你的错。'],
} as const
export type Lang = keyof typeof WORDS

/** Words in a language of the built-in table. */
export function say(lang: string, text: string): Passage {
  return { text, lang, dir: findLanguage(BUILT_IN_LANGUAGES, lang)?.direction ?? 'ltr' }
}

/** A whole sheet in one language; `change` replaces parts of it. */
export function sheet(lang: Lang, change: Partial<PosterSpec> = {}): PosterSpec {
  const [heading, body] = WORDS[lang]
  return {
    piece: 'a4',
    lang,
    dir: say(lang, '').dir,
    heading: say(lang, heading),
    body: say(lang, body),
    pictogram: 'papers-taken',
    helpline: {
      name: say('en', 'Open Hand'),
      organization: say('en', 'Open Hand Arvenia'),
      dial: DIAL,
      promises: [{ id: 'free', pictogram: 'free', words: say('en', 'Free') }],
      notes: [],
    },
    emergencies: [{ number: '112', words: say('en', 'Life in danger: 112. Police may come.') }],
    code: {
      text: ADDRESS,
      address: '127.0.0.1:4321/Q/DEMO01',
      scan: say('en', 'Scan: more help in your language'),
      neverAsk: say('en', 'We never ask for money, papers or an app.'),
    },
    pledges: [{ id: 'no-papers', pictogram: 'no-papers', words: say('en', 'No papers asked') }],
    place: [say('en', 'You are here: Centralia Station')],
    publishers: [say('en', 'Open Hand Arvenia')],
    marks: [say('en', 'SAMPLE')],
    fonts: {
      en: 'Noto Sans',
      [lang]: findLanguage(BUILT_IN_LANGUAGES, lang)?.font ?? 'Noto Sans',
    },
    ...change,
  }
}
