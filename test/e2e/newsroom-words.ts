import { BODY, CALL_TO_ACTION, HEADING, type TextField } from './text-fields.ts'

/** Languages of the first hour, and what the help page says in each. */
export const LANGUAGES = [
  { tag: 'en', name: 'English', dir: 'ltr', helps: 'Who helps here' },
  { tag: 'ar', name: 'Arabic', dir: 'rtl', helps: 'من يساعد هنا' },
  { tag: 'ti', name: 'Tigrinya', dir: 'ltr', helps: 'ኣብዚ መን ይሕግዝ' },
] as const
type Tag = (typeof LANGUAGES)[number]['tag']

/** The message, line by line. */
export const LINES: readonly { of: TextField; said: Record<Tag, string> }[] = [
  {
    of: HEADING,
    said: {
      en: 'Your boss keeps your pay? You can get help here.',
      ar: 'هل يحتفظ صاحب العمل بأجرك؟ يمكنك الحصول على المساعدة هنا.',
      ti: 'ወሃቢ ስራሕ ደሞዝካ ሒዙዎ ድዩ? ኣብዚ ሓገዝ ክትረክብ ትኽእል ኢኻ።',
    },
  },
  {
    of: BODY,
    said: {
      en: 'You have a right to your pay. We listen and help.',
      ar: 'لك الحق في أجرك. نحن نستمع ونساعد.',
      ti: 'ደሞዝካ ናይ ምውሳድ መሰል ኣለካ። ንሰምዕን ንሕግዝን።',
    },
  },
  {
    of: CALL_TO_ACTION,
    said: {
      en: 'Call and ask us.',
      ar: 'اتصل بنا واسأل.',
      ti: 'ደውሉልና ሕተቱ።',
    },
  },
]
