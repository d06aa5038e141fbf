import { PinIcon } from '@sanity/icons/Pin'
import { type PlaceKind, placeKind } from '#content/model/place-kinds.ts'

// On a 24 grid with round ends, as the pictograms of the brand. For staff only: readers see words.
const DRAWINGS: Readonly<Record<PlaceKind, string>> = {
  airport: 'M12 3v18M12 9 3 14M12 9l9 5M12 19l-4 2M12 19l4 2',
  'train-station': 'M7 4h10v12H7zM7 10h10M9 13h.01M15 13h.01M8 20l2-4M16 20l-2-4',
  'bus-station': 'M4 6h16v10H4zM4 11h16M12 6v5M8 19v-3M16 19v-3',
  'public-transport-vehicle': 'M2 8h16l4 4v5H2zM6 8v5M12 8v5M6 20v-3M17 20v-3',
  'motorway-toilet': 'M12 3v18M7 6v.01M7 10v7M17 6v.01M17 10v7M5 12h4M15 12h4',
  'refugee-camp': 'M3 20 12 5l9 15zM12 12v8',
  'refugee-centre': 'M4 20V10l8-6 8 6v10zM10 20v-6h4v6',
  'migration-hotspot': 'M12 21c5-5 7-8 7-11a7 7 0 0 0-14 0c0 3 2 6 7 11ZM12 10h.01',
  'border-crossing': 'M4 21V8M4 11l16-4M20 7v3M8 10v3M13 9v3',
  workplace: 'M3 20V11l6 4v-4l6 4V6h6v14z',
}

/** The sign of a kind of place in a list; a pin where there is none yet. */
export function PlaceMedia({ kind }: { kind: unknown }) {
  const known = placeKind.safeParse(kind)
  if (!known.success) return <PinIcon />
  return (
    <svg
      aria-hidden
      viewBox="0 0 24 24"
      width="1em"
      height="1em"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
      strokeLinecap="round"
      strokeLinejoin="round"
      data-sanity-icon
    >
      <path d={DRAWINGS[known.data]} />
    </svg>
  )
}
