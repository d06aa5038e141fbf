import { BellIcon } from '@sanity/icons/Bell'
import { BookIcon } from '@sanity/icons/Book'
import { ClockIcon } from '@sanity/icons/Clock'
import { EditIcon } from '@sanity/icons/Edit'
import type { StructureBuilder, StructureResolver } from 'sanity/structure'
import type { DocumentType } from '#content/model/documents/any-document.ts'
import { TEMPLATES } from '../templates/templates.ts'
import { draftsList } from './drafts-list.ts'
import { dueList } from './due-list.ts'
import { guideShelves } from './guide-shelves.ts'
import { placeShelves } from './place-shelves.ts'
import { placementShelves } from './placement-shelves.ts'

/** The shelves of the newsroom, in the order in which people work. What stands on one is made when it is opened. */
export const shelves: StructureResolver = (S) =>
  S.list()
    .id('newsroom')
    .title('Newsroom')
    .items([
      S.listItem()
        .id('waiting')
        .title('Drafts waiting')
        .icon(EditIcon)
        .child(() => draftsList(S)),
      documents(S, 'campaign', 'Campaigns'),
      documents(S, 'message', 'Messages'),
      S.divider().title('Guides'),
      documents(S, 'guide', 'Guides'),
      S.listItem()
        .id('guides-by')
        .title('Guides by …')
        .icon(BookIcon)
        .child(() => guideShelves(S)),
      documents(S, 'indicator', 'Signs'),
      S.divider().title('Helplines & services'),
      documents(S, 'helpline', 'Helplines'),
      documents(S, 'service', 'Services'),
      S.listItem().id('due').title('Due for checking').icon(ClockIcon).child(dueList(S)),
      S.divider().title('Places & placements'),
      documents(S, 'place', 'Places'),
      S.listItem()
        .id('places-by')
        .title('Places by …')
        .child(() => placeShelves(S)),
      documents(S, 'placement', 'Placements'),
      S.listItem()
        .id('placements-by')
        .title('Placements by …')
        .child(() => placementShelves(S)),
      documents(S, 'legacyPiece', 'Pieces made elsewhere'),
      S.divider(),
      documents(S, 'alert', 'Alerts').icon(BellIcon),
      S.divider().title('Languages'),
      documents(S, 'language', 'Languages'),
      documents(S, 'interfaceText', 'Interface texts'),
      S.divider().title('Settings'),
      documents(S, 'organization', 'Organisations'),
      documents(S, 'lawProfile', 'Law profiles'),
      documents(S, 'country', 'Countries'),
    ])

/** All documents of a type, at `/structure/<type>`, with what one can begin a new one from. */
function documents(S: StructureBuilder, type: DocumentType, title: string) {
  const templates = TEMPLATES.filter(({ schemaType }) => schemaType === type)
  return S.documentTypeListItem(type)
    .title(title)
    .child(() =>
      S.documentTypeList(type)
        .title(title)
        .initialValueTemplates([
          S.initialValueTemplateItem(type),
          ...templates.map(({ id }) => S.initialValueTemplateItem(id)),
        ]),
    )
}
