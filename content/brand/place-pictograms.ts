import type { PlaceKind } from '#content/model/place-kinds.ts'

// On the same grid as the other pictograms, after symbol signs (AIGA/DOT, ISO 7001), and as untested as they are.
const DRAWINGS: Readonly<Record<PlaceKind, string>> = {
  airport:
    '<path d="M12 2.5c.9 0 1.4 1 1.4 2.3v4.4l7.6 4.6V16l-7.6-2.3V18l2.4 1.9v1.6L12 20.4l-3.8 1.1v-1.6l2.4-1.9v-4.3L3 16v-2.2l7.6-4.6V4.8c0-1.3.5-2.3 1.4-2.3Z"/>',
  'train-station':
    '<rect x="5.5" y="3" width="13" height="13.5" rx="3"/><path d="M5.5 10.5h13M9 13.5h.01M15 13.5h.01M8 16.5 5.5 21M16 16.5l2.5 4.5M7.2 18.7h9.6"/>',
  'bus-station':
    '<rect x="4" y="3.5" width="16" height="14" rx="2.5"/><path d="M4 11.5h16M7.5 14.5h.01M16.5 14.5h.01M7 17.5v3M17 17.5v3M9.5 6.5h5"/>',
  'public-transport-vehicle':
    '<rect x="2.5" y="5" width="19" height="12" rx="2.5"/><path d="M2.5 11h19M8.5 5v6M15 5v6"/><circle cx="7" cy="18" r="2"/><circle cx="17" cy="18" r="2"/>',
  'motorway-toilet':
    '<path d="M12 3v18"/><circle cx="6.5" cy="4.8" r="1.8"/><path d="M4 9.5h5V15H8v6H5v-6H4Z"/><circle cx="17.5" cy="4.8" r="1.8"/><path d="m17.5 9.5-3 7h1.7V21h2.6v-4.5h1.7Z"/>',
  'refugee-camp': '<path d="M12 4.5 2.5 20h19ZM12 4.5l-1.2-2M12 4.5l1.2-2M12 12l-4 8M12 12l4 8"/>',
  'refugee-centre':
    '<path d="M3 11.5 12 4l9 7.5M5.5 9.8v10.7h13V9.8"/><circle cx="12" cy="12.2" r="1.8"/><path d="M8.8 20.5v-.8a3.2 3.2 0 0 1 6.4 0v.8"/>',
  'migration-hotspot':
    '<path d="M13 3.5h6a1 1 0 0 1 1 1v15a1 1 0 0 1-1 1h-6M3.5 12H14M10 7.5l4.5 4.5-4.5 4.5"/>',
  'border-crossing':
    '<path d="M5 21V6.5M2.5 21h5M5 8l16-3v4L5 12M10.5 7l1.5 3.7M15.5 6l1.5 3.8M18.5 9.4V21"/>',
  workplace: '<path d="M3 20.5V10l6 3.5V10l6 3.5V4h5.5v16.5ZM7.5 17h.01M12 17h.01M16.5 17h.01"/>',
}

/** The name under which a page's pictograms of kinds stand, for `<use>`. */
export function placeSymbolName(kind: PlaceKind): string {
  return `kind-${kind}`
}

/** Pictograms of these kinds, once for all places of a page that show them by `<use>`; itself it shows nothing. */
export function placeSymbols(kinds: readonly PlaceKind[]): string {
  const symbols = [...new Set(kinds)].map(
    (kind) =>
      `<symbol id="${placeSymbolName(kind)}" viewBox="0 0 24 24">${DRAWINGS[kind]}</symbol>`,
  )
  return `<svg class="symbols" aria-hidden="true" width="0" height="0">${symbols.join('')}</svg>`
}
