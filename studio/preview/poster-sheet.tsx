import { Card, Flex, Text } from '@sanity/ui'
import { useEffect, useRef, useState } from 'react'
import { fetchSheet, type Sheet } from './fetch-sheet.ts'

/** A poster, and what its author should know about it. */
type PosterSheetProps = {
  src: string
  alt: string
  onPast: () => void
  onBusy: (busy: boolean) => void
}

/** The poster as the press sets it; the one before stays until the next is there. One is set at a time. */
export function PosterSheet({ src, alt, onPast, onBusy }: PosterSheetProps) {
  const [sheet, setSheet] = useState<Sheet>()
  const wanted = useRef(src)
  const isSetting = useRef(false)
  useEffect(() => {
    wanted.current = src
    if (isSetting.current) return
    isSetting.current = true
    onBusy(true)
    const setAll = async () => {
      for (let address = ''; address !== wanted.current; ) {
        address = wanted.current
        const next = await fetchSheet(address)
        if (next.isPast) onPast()
        setSheet(next)
      }
    }
    setAll().finally(() => {
      isSetting.current = false
      onBusy(false)
    })
  }, [src, onPast, onBusy])
  const picture = sheet?.picture
  useEffect(() => () => void (picture && URL.revokeObjectURL(picture)), [picture])
  return (
    <Flex direction="column" gap={3} flex={1}>
      {sheet?.problem && (
        <Card tone="caution" border radius={2} padding={3} role="status">
          <Text size={1}>{sheet.problem}</Text>
        </Card>
      )}
      {picture && (
        <div style={{ position: 'relative', flex: 1, minBlockSize: '20rem' }}>
          <img
            src={picture}
            alt={alt}
            style={{
              position: 'absolute',
              inset: 0,
              inlineSize: '100%',
              blockSize: '100%',
              objectFit: 'contain',
              objectPosition: 'top',
            }}
          />
        </div>
      )}
      {sheet?.notes.map((note) => (
        <Text key={note} size={1} muted>
          {note}
        </Text>
      ))}
    </Flex>
  )
}
