/** Words that people write or go to; `href` where they are an address that a telephone can open. */
export type Contact = { words: string; href?: string }

const MAIL = /^[^\s@<>"?&]+@[a-z0-9-]+(\.[a-z0-9-]+)+$/i

/**
 * What authors wrote as a contact, as a link where the whole of it is one.
 *
 * @example contactLink('privacy@lantern.example') // { words: '…', href: 'mailto:privacy@lantern.example' }
 * @example contactLink('https://lantern.example/write') // { words: 'lantern.example/write', href: 'https://…' }
 * @example contactLink('Privacy, 8 Mill Lane') // { words: 'Privacy, 8 Mill Lane' }
 */
export function contactLink(written: string): Contact {
  const words = written.trim()
  if (MAIL.test(words)) return { words, href: `mailto:${words}` }
  const isPage = /^https?:\/\/\S+$/.test(words) && URL.canParse(words)
  return isPage ? { words: shortAddress(words), href: words } : { words }
}

function shortAddress(address: string): string {
  return address.replace(/^https?:\/\/(www\.)?/, '').replace(/\/$/, '')
}
