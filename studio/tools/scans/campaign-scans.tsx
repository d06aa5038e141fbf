import { Badge, Box, Flex, Select, Stack, Text } from '@sanity/ui'
import type { ScansAnswer } from '#content/model/desk.ts'
import { exactDay } from '../../desk/day-words.ts'
import { ScansTable } from './scans-table.tsx'
import { SheetButtons } from './sheet-buttons.tsx'

const NO_CAMPAIGN =
  'No campaign of yours is public yet. Publish one, and hang a placement with its code: scans are told to those who work for an organisation of the campaign.'
const PEOPLE = 'Scans, not people: robots and repeats are in it.'
const NOISY =
  'Each figure was changed a little by chance before it was told (WAYMARK_SCAN_EPSILON).'
const SAMPLE = 'This is the demo: what was counted before its first start is made up.'
const MEANINGS = [
  ['fewer than 11', 'A figure so small, 0 too, could point to somebody: nobody is told it.'],
  ['held back', 'From this total, a figure of fewer than 11 could be worked out.'],
  ['–', 'Nothing hung there as the week ended.'],
] as const

/** One campaign to choose and its closed weeks, with what has to be known to read them. */
export function CampaignScans({
  answer,
  choose,
}: {
  answer: ScansAnswer
  choose: (id: string) => void
}) {
  const { campaigns, chosen, nextOn, isSample, isNoisy } = answer
  const name = campaigns.find(({ id }) => id === chosen?.id)?.name
  if (chosen === undefined || name === undefined) return <Text size={1}>{NO_CAMPAIGN}</Text>
  const { id, weeks } = chosen
  const isEmpty = weeks.length === 0
  return (
    <Stack gap={4}>
      <Flex gap={3} align="center" wrap="wrap">
        <Box style={{ flex: '1 1 14rem', maxInlineSize: '24rem' }}>
          <Select
            fontSize={1}
            aria-label="Campaign"
            value={id}
            onChange={({ currentTarget }) => choose(currentTarget.value)}
          >
            {campaigns.map((one) => (
              <option key={one.id} value={one.id}>
                {one.name}
              </option>
            ))}
          </Select>
        </Box>
        {!isEmpty && <SheetButtons campaign={name} weeks={weeks} isSample={isSample} />}
      </Flex>
      {isSample && (
        <Flex gap={2} align="center">
          <Badge tone="caution" style={{ flex: 'none' }}>
            SAMPLE
          </Badge>
          <Text size={1}>{SAMPLE}</Text>
        </Flex>
      )}
      <Text size={1}>
        {isEmpty
          ? `No week of this campaign is closed yet. This week closes as Sunday ends in UTC, and is told from ${exactDay(nextOn)} on.`
          : `${PEOPLE} This week is told from ${exactDay(nextOn)} on.`}
      </Text>
      {!isEmpty && <ScansTable campaign={name} weeks={weeks} />}
      {!isEmpty && <Meanings />}
      {!isEmpty && isNoisy && (
        <Text size={1} muted>
          {NOISY}
        </Text>
      )}
    </Stack>
  )
}

function Meanings() {
  return (
    <dl className="scans-meanings">
      {MEANINGS.map(([word, meaning]) => (
        <div key={word}>
          <dt>{word}</dt>
          <dd>{meaning}</dd>
        </div>
      ))}
    </dl>
  )
}
