import { Box, Flex, Text } from '@sanity/ui'
import { diffArrays } from 'diff'
import type { FactVersion } from '#content/model/desk.ts'

const WAS = 'was'
const NEW = 'new'
const FIELDS = { numbers: 'Numbers', hours: 'Hours', languages: 'Languages' } as const
const MARKED = { unicodeBidi: 'isolate', fontVariantNumeric: 'tabular-nums' } as const

/** What a draft says otherwise than what is published, word by word: the old struck out, the new underlined. */
export function ChangedWords({ from, to }: { from: FactVersion; to: FactVersion }) {
  const rows = [
    { name: FIELDS.numbers, was: from.numbers, is: to.numbers },
    {
      name: FIELDS.hours,
      was: from.hours.split(/(?<=[;,])\s*/),
      is: to.hours.split(/(?<=[;,])\s*/),
    },
    { name: FIELDS.languages, was: from.languages, is: to.languages },
  ].filter(({ was, is }) => was.join('\n') !== is.join('\n'))
  return (
    <>
      {rows.map(({ name, was, is }) => (
        <Flex key={name} gap={3} align="baseline">
          <Box style={{ minInlineSize: '5.5rem' }}>
            <Text size={1} muted>
              {name}
            </Text>
          </Box>
          <Box flex={1}>
            <Text size={1}>
              <Difference was={was} is={is} />
            </Text>
          </Box>
        </Flex>
      ))}
    </>
  )
}

function Difference({ was, is }: { was: readonly string[]; is: readonly string[] }) {
  return diffArrays([...was], [...is]).flatMap(({ value, added, removed }) =>
    value.map((word) => {
      if (removed) {
        return (
          <del key={`was ${word}`} dir="ltr" style={MARKED} title={WAS}>
            {`${word} `}
          </del>
        )
      }
      if (!added) return <span key={word} dir="ltr" style={MARKED}>{`${word} `}</span>
      return (
        <ins key={`new ${word}`} dir="ltr" style={MARKED} title={NEW}>
          {`${word} `}
        </ins>
      )
    }),
  )
}
