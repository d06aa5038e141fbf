import { Card, Stack, Text } from '@sanity/ui'
import { useEffect, useState } from 'react'
import { type ObjectInputProps, useFormValue } from 'sanity'
import { z } from 'zod'
import { type HoursAnswer, hoursAnswer } from '#content/model/desk.ts'
import { openingHours } from '#content/model/hours.ts'
import { countryCode } from '#content/model/ids.ts'
import { askDesk } from './ask-desk.ts'
import { weekWords } from './hours-words.ts'

const QUIET_MS = 600
const OPEN = 'Open now.'
const CLOSED = 'Closed now.'
const countries = z.array(countryCode).min(1)

/** Opening hours with, beneath them, how readers will be told of them, or what cannot be read. */
export function HoursInput(props: ObjectInputProps) {
  const country = countries.safeParse(useFormValue(['countries'])).data?.[0]
  const { data } = openingHours.safeParse(props.value)
  const reading = useReading(data?.osm, data?.zone, country)
  return (
    <Stack gap={4}>
      {props.renderDefault(props)}
      {reading && (
        <Card tone={reading.isReadable ? 'default' : 'critical'} border radius={2} padding={3}>
          <Stack gap={3} role="status">
            {reading.problem !== undefined && <Text size={1}>{reading.problem}</Text>}
            {weekWords(reading).map((line) => (
              <Text size={1} key={line}>
                {line}
              </Text>
            ))}
            {reading.isReadable && (
              <Text size={1} muted>
                {reading.isOpenNow ? OPEN : CLOSED}
              </Text>
            )}
          </Stack>
        </Card>
      )}
    </Stack>
  )
}

/** How the desk reads the hours, once typing has stopped; nothing where it cannot be asked. */
function useReading(
  osm: string | undefined,
  zone: string | undefined,
  country: string | undefined,
): HoursAnswer | undefined {
  const [reading, setReading] = useState<HoursAnswer>()
  useEffect(() => {
    if (osm === undefined || zone === undefined) return setReading(undefined)
    const asking = new AbortController()
    const timer = setTimeout(() => {
      const body = { osm, zone, ...(country !== undefined && { country }) }
      askDesk({ path: 'hours', body, answer: hoursAnswer, signal: asking.signal }).then(
        (found) => asking.signal.aborted || setReading(found),
        () => asking.signal.aborted || setReading(undefined),
      )
    }, QUIET_MS)
    return () => {
      clearTimeout(timer)
      asking.abort()
    }
  }, [osm, zone, country])
  return reading
}
