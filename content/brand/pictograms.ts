import type { PagePictogramId, PictogramId } from '#content/model/pictograms.ts'

/*
 * Drawn for this project on a 24 grid, 2 px strokes, round ends, after the manner of symbol signs
 * (AIGA/DOT, ISO 7001). All are untested until real readers have been asked (ISO 9186).
 * Pictograms are never mirrored.
 */
const DRAWINGS: Readonly<Record<PictogramId | PagePictogramId, string>> = {
  telephone:
    '<path d="M8.2 3.5 5.4 4c-1 .2-1.7 1.1-1.6 2.1.6 7.6 6.5 13.5 14.1 14.1 1 .1 1.9-.6 2.1-1.6l.5-2.8c.1-.8-.3-1.5-1-1.8l-3-1.2c-.7-.3-1.4-.1-1.9.5l-.9 1.1a13 13 0 0 1-4.1-4.1l1.1-.9c.6-.5.8-1.2.5-1.9l-1.2-3c-.3-.7-1-1.1-1.8-1Z"/>',
  speech:
    '<path d="M4 3h10a2 2 0 0 1 2 2v5a2 2 0 0 1-2 2H9l-4 3.5V12H4a2 2 0 0 1-2-2V5a2 2 0 0 1 2-2Z"/><path d="M19 8h1a2 2 0 0 1 2 2v5a2 2 0 0 1-2 2h-1v3.5L15 17h-3a2 2 0 0 1-1.7-1"/><path d="M6 7.5h6"/>',
  free: '<circle cx="12" cy="12" r="9"/><path d="M15 8.8c-.7-.8-1.7-1.3-3-1.3-1.8 0-3 .9-3 2.2 0 3 6 1.6 6 4.6 0 1.3-1.2 2.2-3 2.2-1.3 0-2.3-.5-3-1.3M12 5.5v13"/><path d="m4.5 19.5 15-15"/>',
  'day-night':
    '<path d="M11 7.5a4.5 4.5 0 0 0 0 9ZM11 4V2.5M11 21.5V20M6.4 7.4 5.3 6.3M4.5 12H3M6.4 16.6l-1.1 1.1"/><path d="M15 6.5a5.6 5.6 0 1 1 0 11 7.5 7.5 0 0 0 0-11Z"/>',
  'no-papers':
    '<path d="M6 7v13a1 1 0 0 0 1 1h10.5M9 3h6l4 4v9.5M14.5 3v4.5H19"/><path d="M3 3l18 18"/>',
  lock: '<rect x="5" y="10.5" width="14" height="10" rx="2"/><path d="M8 10.5V7.5a4 4 0 0 1 8 0v3M12 14.5v2.5"/>',
  way: '<circle cx="13" cy="4.2" r="1.7"/><path d="m9.5 21 2.2-6.2-2.2-3 1-4.3 2.5 1 1.5 2.5 3 1M10.5 7.5 7.5 9.5 7 12.5M13.2 15l1.8 2.5.8 3.5"/>',
  bed: '<path d="M3 6v13M3 16h18v3M21 16v-2.5a3 3 0 0 0-3-3h-7V16"/><circle cx="7" cy="12" r="1.6"/>',
  lawyer:
    '<path d="M12 3v17M8 21h8M5 6.5h14M12 4.5 5 6.5M12 4.5l7 2"/><path d="m5 6.5-2.8 7a2.9 2.9 0 0 0 5.6 0ZM19 6.5l-2.8 7a2.9 2.9 0 0 0 5.6 0Z"/>',
  doctor:
    '<rect x="3" y="7" width="18" height="13" rx="2"/><path d="M8.5 7V5.5a2 2 0 0 1 2-2h3a2 2 0 0 1 2 2V7M12 10.5v6M9 13.5h6"/>',
  'papers-taken':
    '<path d="M13.5 18.5H5A1.5 1.5 0 0 1 3.5 17V4.5A1.5 1.5 0 0 1 5 3h9a1.5 1.5 0 0 1 1.5 1.5V7"/><circle cx="8.5" cy="8" r="2"/><path d="M6.5 14.5h3.5"/><path d="M21.5 8.5H15a1.65 1.65 0 0 0 0 3.3h2.5M15 11.8a1.65 1.65 0 0 0 0 3.3h2.5M15 15.1a1.65 1.65 0 0 0 0 3.3h6.5"/>',
  'debt-chain':
    '<circle cx="7.5" cy="7.5" r="4.8"/><path d="M7.5 5.5v4"/><path d="m11.5 11.5 1 1"/><rect x="11.3" y="13.2" width="6" height="3.6" rx="1.8" transform="rotate(45 14.3 15)"/><rect x="15.8" y="17.7" width="6" height="3.6" rx="1.8" transform="rotate(45 18.8 19.5)"/>',
  'closed-door':
    '<path d="M5 21V4a1 1 0 0 1 1-1h12a1 1 0 0 1 1 1v17M2.5 21h19"/><path d="M15.5 12h.01"/><path d="M9 7h6"/>',
  'helping-hand':
    '<path d="M2.5 14.5h3l3-2.2c.6-.4 1.3-.6 2-.5l3.7.6c.9.1 1.4 1 1.1 1.8-.2.6-.8 1-1.4 1H11"/><path d="m14.8 14.5 4.4-2.5a1.6 1.6 0 0 1 1.7 2.7l-5.2 4a5 5 0 0 1-3 1H9.5l-2-1.2h-5"/><path d="M12 8.8 9.2 6.1a1.9 1.9 0 0 1 2.7-2.7l.1.1.1-.1a1.9 1.9 0 0 1 2.7 2.7Z"/>',
  'qr-phone':
    '<rect x="6" y="2" width="12" height="20" rx="2"/><path d="M9 6.5h2v2H9ZM13.5 6.5h1.5M15 9v.01M9 12h.01M12 11v2h3M9 15h2v.01M14.5 15.5h.5"/><path d="M11.5 19h1"/>',
  here: '<path d="M12 21.5c4.3-4.6 6.5-8.3 6.5-11.2a6.5 6.5 0 0 0-13 0c0 2.9 2.2 6.6 6.5 11.2Z"/><circle cx="12" cy="10" r="2.3"/>',
  listen:
    '<path d="M3 9.7v4.6a1 1 0 0 0 1 1h3.5l5 4V4.7l-5 4H4a1 1 0 0 0-1 1ZM16 9a4.2 4.2 0 0 1 0 6M18.7 6.2a8.2 8.2 0 0 1 0 11.6"/>',
  'sign-language':
    '<path d="M8 11V5.2a1.5 1.5 0 0 1 3 0V10 3.7a1.5 1.5 0 0 1 3 0V10 5.2a1.5 1.5 0 0 1 3 0v8.3l1.3-2a1.5 1.5 0 0 1 2.6 1.5l-3 5.2a6.2 6.2 0 0 1-5.4 3.3A5.5 5.5 0 0 1 7 16V11"/><path d="M4.5 5.5 3.2 4.2M3.8 9H2"/>',
  'easy-words':
    '<path d="M12 6.3c-2-1.4-4.8-2-8-2a1 1 0 0 0-1 1v12.2a1 1 0 0 0 1 1c3.2 0 6 .6 8 2 2-1.4 4.8-2 8-2a1 1 0 0 0 1-1V5.3a1 1 0 0 0-1-1c-3.2 0-6 .6-8 2ZM12 6.3v14M6.3 9h2.4M15.3 9h2.4"/>',
  alarm:
    '<path d="M6.5 17.5v-5a5.5 5.5 0 0 1 11 0v5M4 20.5h16v-3H4ZM12 3.5V2M4.7 6.3 3.6 5.2M19.3 6.3l1.1-1.1"/>',
  guide:
    '<path d="M6 3h9l4 4v14H6a1 1 0 0 1-1-1V4a1 1 0 0 1 1-1ZM14.5 3v4.5H19M8.5 12h7M8.5 16h7"/>',
}

/** The pictogram as a standalone SVG document, drawn in `colour` (CSS colour; default the colour of the text around). */
export function pictogramSvg(id: PictogramId | PagePictogramId, colour = 'currentColor'): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24" fill="none" stroke="${colour}" stroke-width="2" stroke-linecap="round" stroke-linejoin="round">${DRAWINGS[id]}</svg>`
}

/** Our mark: two chevrons in a round-cornered square, pointing along the way of reading. Works at 8 mm and in one colour. */
export function markSvg(options: {
  ground: string
  line: string
  direction: 'ltr' | 'rtl'
}): string {
  const mirror = options.direction === 'rtl' ? ' transform="matrix(-1 0 0 1 24 0)"' : ''
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"><rect width="24" height="24" rx="5.5" fill="${options.ground}"/><path${mirror} d="m6.5 6.5 5.5 5.5-5.5 5.5M12.5 6.5 18 12l-5.5 5.5" fill="none" stroke="${options.line}" stroke-width="2.6" stroke-linecap="round" stroke-linejoin="round"/></svg>`
}
