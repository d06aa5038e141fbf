import { BookIcon } from '@sanity/icons/Book'
import { TranslateIcon } from '@sanity/icons/Translate'
import { UsersIcon } from '@sanity/icons/Users'
import type { StructureBuilder } from 'sanity/structure'
import { guide } from '#content/model/documents/guide.ts'
import { BUILT_IN_LANGUAGES, findLanguage } from '#content/model/languages.ts'
import { choiceWords } from '../schemas/choice-words.ts'
import { labelOf } from '../schemas/inputs/code-input.tsx'
import { filteredList } from './filtered-list.ts'
import { valuesInUse } from './values-in-use.ts'

/** Guides with all their languages under one entry, by language, and by whom they are for. */
export function guideShelves(S: StructureBuilder) {
  const byAddress = valuesInUse(S, {
    id: 'address',
    title: 'One entry a guide',
    query: 'array::unique(*[_type == "guide"].slug.current)',
    label: (slug) => slug,
    child: (slug, title) =>
      filteredList(S, {
        type: 'guide',
        title,
        filter: 'slug.current == $slug',
        params: { slug },
      }),
    icon: BookIcon,
  })
  const byLanguage = valuesInUse(S, {
    id: 'language',
    title: 'Guides by language',
    query: 'array::unique(*[_type == "guide"].language)',
    label: (tag) => labelOf(tag, findLanguage(BUILT_IN_LANGUAGES, tag)?.englishName),
    child: (language, title) =>
      filteredList(S, {
        type: 'guide',
        title,
        filter: 'language == $language',
        params: { language },
      }),
    icon: TranslateIcon,
  })
  const audiences = guide.shape.audience.options.map((audience) => {
    const title = choiceWords(guide.shape.audience, audience)
    return S.listItem()
      .id(audience)
      .title(title)
      .icon(UsersIcon)
      .child(
        filteredList(S, {
          type: 'guide',
          title,
          filter: 'audience == $audience && language == "en"',
          params: { audience },
        }),
      )
  })
  return S.list()
    .id('guides-by')
    .title('Guides by …')
    .items([
      S.listItem().id('address').title('Guide').icon(BookIcon).child(byAddress),
      S.listItem().id('language').title('Language').icon(TranslateIcon).child(byLanguage),
      S.listItem()
        .id('audience')
        .title('Readers')
        .icon(UsersIcon)
        .child(S.list().id('audience').title('Guides by readers, English').items(audiences)),
    ])
}
