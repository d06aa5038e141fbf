import { SearchIcon } from '@sanity/icons/Search'
import { Box, Flex, Select, TextInput } from '@sanity/ui'
import type { Fact } from '#content/model/desk.ts'
import { FACT_GROUPS, type FactFilter } from './fact-groups.ts'
import { GROUP_TITLES } from './group-titles.ts'

const SEARCH = 'Name or number'
const EVERY_ORGANIZATION = 'Every organisation'
const EVERY_STATE = 'Every state'

/** Narrows the list by words, organisation and state. */
export function FactFilters({
  facts,
  filter,
  write,
}: {
  facts: readonly Fact[]
  filter: FactFilter
  write: (filter: FactFilter) => void
}) {
  const organizations = [...new Set(facts.map(({ organization }) => organization))].toSorted()
  return (
    <Flex gap={3} wrap="wrap">
      <Box style={{ flex: '2 1 12rem' }}>
        <TextInput
          type="search"
          icon={SearchIcon}
          fontSize={1}
          aria-label={SEARCH}
          placeholder={SEARCH}
          value={filter.words}
          onChange={({ currentTarget }) => write({ ...filter, words: currentTarget.value })}
        />
      </Box>
      <Box style={{ flex: '1 1 10rem' }}>
        <Select
          fontSize={1}
          aria-label="Organisation"
          value={filter.organization}
          onChange={({ currentTarget }) => write({ ...filter, organization: currentTarget.value })}
        >
          <option value="">{EVERY_ORGANIZATION}</option>
          {organizations.map((name) => (
            <option key={name}>{name}</option>
          ))}
        </Select>
      </Box>
      <Box style={{ flex: '1 1 10rem' }}>
        <Select
          fontSize={1}
          aria-label="State"
          value={filter.group}
          onChange={({ currentTarget }) => write({ ...filter, group: currentTarget.value })}
        >
          <option value="">{EVERY_STATE}</option>
          {FACT_GROUPS.map((group) => (
            <option key={group} value={group}>
              {GROUP_TITLES[group]}
            </option>
          ))}
        </Select>
      </Box>
    </Flex>
  )
}
