import { CircleIcon } from '@sanity/icons/Circle'
import { RocketIcon } from '@sanity/icons/Rocket'
import type { StructureBuilder } from 'sanity/structure'
import { placement } from '#content/model/documents/placement.ts'
import { placementState } from '../schemas/previews/placement-state.ts'
import { filteredList } from './filtered-list.ts'

/** Placements by their campaign, and by how they stand. */
export function placementShelves(S: StructureBuilder) {
  const byCampaign = S.documentTypeList('campaign')
    .title('Placements by campaign')
    .initialValueTemplates([])
    .child((campaign) =>
      filteredList(S, {
        type: 'placement',
        title: 'Placements',
        filter: 'campaign._ref == $campaign',
        params: { campaign },
      }),
    )
  const states = placement.shape.state.options.map((state) => {
    const title = placementState(state)
    return S.listItem()
      .id(state)
      .title(title)
      .child(
        filteredList(S, { type: 'placement', title, filter: 'state == $state', params: { state } }),
      )
  })
  return S.list()
    .id('placements-by')
    .title('Placements by …')
    .items([
      S.listItem().id('campaign').title('Campaign').icon(RocketIcon).child(byCampaign),
      S.listItem()
        .id('state')
        .title('State')
        .icon(CircleIcon)
        .child(S.list().id('state').title('Placements by state').items(states)),
    ])
}
