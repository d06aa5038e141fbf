import { Checkbox, Flex, Text } from '@sanity/ui'
import { languageName } from './language-name.ts'

/** Asks which of a line's languages were heard. */
export function LanguageTicks({
  legend,
  tags,
  heard,
  write,
}: {
  legend: string
  tags: readonly string[]
  heard: readonly string[]
  write: (heard: string[]) => void
}) {
  return (
    <fieldset style={{ border: 0, margin: 0, padding: 0 }}>
      <Text size={1} weight="medium" as="legend">
        {legend}
      </Text>
      <Flex gap={4} wrap="wrap" marginTop={3}>
        {tags.map((tag) => (
          <Flex as="label" key={tag} gap={2} align="center">
            <Checkbox
              checked={heard.includes(tag)}
              onChange={({ currentTarget }) =>
                write(
                  currentTarget.checked ? [...heard, tag] : heard.filter((other) => other !== tag),
                )
              }
            />
            <Text size={1}>{languageName(tag)}</Text>
          </Flex>
        ))}
      </Flex>
    </fieldset>
  )
}
