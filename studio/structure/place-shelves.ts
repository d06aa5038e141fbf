import { EarthGlobeIcon } from '@sanity/icons/EarthGlobe'
import { TagIcon } from '@sanity/icons/Tag'
import { createElement } from 'react'
import type { StructureBuilder } from 'sanity/structure'
import { PLACE_KINDS, placeKind } from '#content/model/place-kinds.ts'
import { choiceWords } from '../schemas/choice-words.ts'
import { labelOf } from '../schemas/inputs/code-input.tsx'
import { countryChoices } from '../schemas/inputs/countries.ts'
import { PlaceMedia } from '../schemas/previews/place-media.tsx'
import { templateOfKind } from '../templates/place-templates.ts'
import { filteredList } from './filtered-list.ts'
import { valuesInUse } from './values-in-use.ts'

/** Places by their kind, and by country. */
export function placeShelves(S: StructureBuilder) {
  return S.list()
    .id('places-by')
    .title('Places by …')
    .items([
      S.listItem().id('kind').title('Kind').icon(TagIcon).child(byKind(S)),
      S.listItem().id('country').title('Country').icon(EarthGlobeIcon).child(byCountry(S)),
    ])
}

function byKind(S: StructureBuilder) {
  const items = PLACE_KINDS.map((kind) => {
    const title = choiceWords(placeKind, kind)
    const begins = templateOfKind(kind)
    return S.listItem()
      .id(kind)
      .title(title)
      .icon(() => createElement(PlaceMedia, { kind }))
      .child(
        filteredList(S, {
          type: 'place',
          title,
          filter: 'kind == $kind',
          params: { kind },
          ...(begins !== undefined && { begins }),
        }),
      )
  })
  return S.list().id('kind').title('Places by kind').items(items)
}

function byCountry(S: StructureBuilder) {
  const names = new Map(countryChoices().map(({ value, title }) => [value, title]))
  return valuesInUse(S, {
    id: 'country',
    title: 'Places by country',
    query: 'array::unique(*[_type == "place"].countries[])',
    label: (code) => labelOf(code, names.get(code)),
    child: (code, title) =>
      filteredList(S, {
        type: 'place',
        title,
        filter: '$country in countries',
        params: { country: code },
      }),
    icon: EarthGlobeIcon,
  })
}
