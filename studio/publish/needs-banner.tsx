import { InfoOutlineIcon } from '@sanity/icons/InfoOutline'
import { Box, Button, Card, Flex, Stack, Text } from '@sanity/ui'
import { useState } from 'react'
import { RefusalList } from './refusal-list.tsx'
import { useRefusals } from './use-refusals.ts'

/** "Needs before publishing: 3 things", above the fields of a draft, with the list on demand. */
export function NeedsBanner({
  id,
  type,
  revision,
}: {
  id: string
  type: string
  revision: string | undefined
}) {
  const refusals = useRefusals(id, type, revision)
  const [isOpen, setIsOpen] = useState(false)
  if (refusals === undefined || refusals.length === 0) return null
  const count = refusals.length === 1 ? 'one thing' : `${refusals.length} things`
  return (
    <Card tone="caution" border radius={2} padding={3} role="status" data-testid="needs-banner">
      <Stack gap={3}>
        <Flex gap={3} align="center">
          <Text size={1} aria-hidden>
            <InfoOutlineIcon />
          </Text>
          <Box flex={1}>
            <Text size={1}>Needs before publishing: {count}</Text>
          </Box>
          <Button
            mode="ghost"
            fontSize={1}
            padding={2}
            text={isOpen ? 'Hide' : 'Show'}
            aria-expanded={isOpen}
            onClick={() => setIsOpen(!isOpen)}
          />
        </Flex>
        {isOpen && <RefusalList refusals={refusals} />}
      </Stack>
    </Card>
  )
}
