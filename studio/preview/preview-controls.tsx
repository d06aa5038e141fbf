import { LaunchIcon } from '@sanity/icons/Launch'
import { Button, Flex, Select, Stack, Tab, TabList, Text, TextInput } from '@sanity/ui'
import { type ReactNode, useId } from 'react'
import type { PreviewAnswer } from '#content/model/desk.ts'
import { FRAMES, type Frame, SCENE_LABELS } from './frames.ts'
import type { Choice } from './preview-address.ts'

/** The choice, and what there is to choose from. */
type PreviewControlsProps = {
  answer: PreviewAnswer
  choice: Choice
  frame: Frame | undefined
  /** Id of what is chosen, for those who hear it. */
  panel: string
  href: string
  onChange: (change: Partial<Choice> & { frame?: string }) => void
}

const WHAT = 'What to look at'
const NO_PLACE = 'A new place'
const OPEN = 'Open in a new tab'

/** Chooses what of a draft is shown, in which language, where and through which glass. */
export function PreviewControls(props: PreviewControlsProps) {
  const { answer, choice, frame, panel, href, onChange } = props
  const { scenes, languages, places } = answer
  const frames = FRAMES[choice.scene]
  return (
    <Stack gap={3}>
      <Flex gap={2} align="center" justify="space-between" wrap="wrap">
        <TabList gap={1} aria-label={WHAT}>
          {scenes.map((scene) => (
            <Tab
              key={scene}
              id={`${panel}-${scene}`}
              aria-controls={panel}
              label={SCENE_LABELS[scene]}
              fontSize={1}
              padding={2}
              selected={scene === choice.scene}
              onClick={() => onChange({ scene })}
            />
          ))}
        </TabList>
        <Button
          as="a"
          href={href}
          target="_blank"
          rel="noreferrer"
          mode="bleed"
          fontSize={1}
          padding={2}
          icon={LaunchIcon}
          text={OPEN}
        />
      </Flex>
      <div
        style={{
          display: 'grid',
          gap: '0.75rem',
          gridTemplateColumns: 'repeat(auto-fit, minmax(8.5rem, 1fr))',
        }}
      >
        <Field label="Language">
          {(id) => (
            <Select
              id={id}
              fontSize={1}
              padding={2}
              value={choice.lang}
              onChange={({ currentTarget }) => onChange({ lang: currentTarget.value })}
            >
              {languages.map(({ tag, ownName, direction }) => (
                <option key={tag} value={tag} lang={tag} dir={direction}>
                  {ownName} ({tag})
                </option>
              ))}
            </Select>
          )}
        </Field>
        <Field label="Place">
          {(id) => (
            <Select
              id={id}
              fontSize={1}
              padding={2}
              value={choice.place ?? ''}
              disabled={places.length === 0}
              onChange={({ currentTarget }) => onChange({ place: currentTarget.value })}
            >
              {places.length === 0 && <option value="">{NO_PLACE}</option>}
              {places.map((place) => (
                <option key={place.id} value={place.id}>
                  {place.name}
                </option>
              ))}
            </Select>
          )}
        </Field>
        {frame && (
          <Field label="Frame">
            {(id) => (
              <Select
                id={id}
                fontSize={1}
                padding={2}
                value={frame.id}
                onChange={({ currentTarget }) => onChange({ frame: currentTarget.value })}
              >
                {frames.map((one) => (
                  <option key={one.id} value={one.id}>
                    {one.label} ({one.width} × {one.height})
                  </option>
                ))}
              </Select>
            )}
          </Field>
        )}
        {choice.scene === 'poster' && (
          <Field label="Paper">
            {(id) => (
              <Select
                id={id}
                fontSize={1}
                padding={2}
                value={choice.size}
                onChange={({ currentTarget }) =>
                  onChange({ size: currentTarget.value === 'a3' ? 'a3' : 'a4' })
                }
              >
                <option value="a4">A4</option>
                <option value="a3">A3</option>
              </Select>
            )}
          </Field>
        )}
        <Field label="As on (empty: now)">
          {(id) => (
            <TextInput
              id={id}
              type="date"
              fontSize={1}
              padding={2}
              value={choice.day}
              onChange={({ currentTarget }) => onChange({ day: currentTarget.value })}
            />
          )}
        </Field>
      </div>
    </Stack>
  )
}

function Field({ label, children }: { label: string; children: (id: string) => ReactNode }) {
  const id = useId()
  return (
    <Stack gap={2} style={{ alignContent: 'start' }}>
      <Text as="label" htmlFor={id} size={0} weight="medium" muted>
        {label}
      </Text>
      {children(id)}
    </Stack>
  )
}
