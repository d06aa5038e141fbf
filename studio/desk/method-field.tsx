import { Flex, Radio, Stack, Text, TextInput } from '@sanity/ui'
import { useId } from 'react'
import type { VerificationMethod } from '#content/model/verification.ts'

const LEGEND = 'How did you find out?'
const ADDRESS = 'Address of the page'
const ADDRESS_HELP = 'The organisation’s own page, beginning with https://'
const METHODS: readonly { value: VerificationMethod; label: string }[] = [
  { value: 'called', label: 'I called' },
  { value: 'website', label: 'Their own website' },
  { value: 'letter', label: 'A letter or e-mail from them' },
]

/** How somebody found out; for a website, on which page. */
export type Source = { method: VerificationMethod; address: string }

/** Whether a source says all that the desk asks for. */
export function isWholeSource({ method, address }: Source): boolean {
  return method !== 'website' || URL.canParse(address)
}

/** Asks how somebody found out. */
export function MethodField({
  source,
  write,
}: {
  source: Source
  write: (source: Source) => void
}) {
  const id = useId()
  return (
    <Stack gap={3}>
      <fieldset style={{ border: 0, margin: 0, padding: 0 }}>
        <Text size={1} weight="medium" as="legend">
          {LEGEND}
        </Text>
        <Flex gap={4} wrap="wrap" marginTop={3}>
          {METHODS.map(({ value, label }) => (
            <Flex as="label" key={value} gap={2} align="center">
              <Radio
                name={id}
                checked={source.method === value}
                onChange={() => write({ ...source, method: value })}
              />
              <Text size={1}>{label}</Text>
            </Flex>
          ))}
        </Flex>
      </fieldset>
      {source.method === 'website' && (
        <Stack gap={2}>
          <Text as="label" size={1} weight="medium" htmlFor={`${id}-address`}>
            {ADDRESS}
          </Text>
          <TextInput
            id={`${id}-address`}
            type="url"
            fontSize={1}
            dir="ltr"
            required
            value={source.address}
            placeholder="https://"
            aria-describedby={`${id}-help`}
            onChange={({ currentTarget }) => write({ ...source, address: currentTarget.value })}
          />
          <Text size={1} muted id={`${id}-help`}>
            {ADDRESS_HELP}
          </Text>
        </Stack>
      )}
    </Stack>
  )
}
