import type { Block, CountryView, EmergencyBlock, Pledge, Recording } from '#content/help/view.ts'

/** Blocks by kind, each kind in the order it came; the first helpline apart. */
export function sortBlocks(blocks: readonly Block[]) {
  const [first, ...helplines] = blocks.filter((block) => block.kind === 'helpline')
  const messages = blocks.filter((block) => block.kind === 'message')
  return {
    first,
    helplines,
    emergencies: blocks.filter((block) => block.kind === 'emergency'),
    services: blocks.filter((block) => block.kind === 'service'),
    messages: messages.filter(({ cover }) => !cover),
    // Ordinary travel help: anyone may be seen reading it, so it stands where everybody looks.
    cover: messages.filter(({ cover }) => cover),
    guides: blocks.filter((block) => block.kind === 'guide'),
    notes: blocks.filter((block) => block.kind === 'note'),
  }
}

/** The recordings of one text of a block. */
export function recordingsIn(
  { recordings = [] }: { recordings?: Recording[] },
  field: string,
): Recording[] {
  return recordings.filter((one) => one.field === field)
}

/** What stands beside the number, and what will not happen. Day and night is said by the hours already. */
export function sortPledges(pledges: readonly Pledge[]) {
  return {
    besideNumber: pledges.filter(({ id }) => id === 'free' || id === 'in-your-language'),
    willNotHappen: pledges.filter(({ id }) => id.startsWith('no-')),
  }
}

/** The emergency numbers of several countries in one list, each under its country's name; one alone needs none. */
export function emergenciesOf(countries: readonly CountryView[]): EmergencyBlock[] {
  const [only, ...others] = countries
  if (only !== undefined && others.length === 0) return sortBlocks(only.blocks).emergencies
  return countries.flatMap(({ name, blocks }) =>
    sortBlocks(blocks).emergencies.map((block) => ({ ...block, countryName: name })),
  )
}
