import { Button, Card, Dialog, Stack, Text } from '@sanity/ui'
import { useId, useRef, useState } from 'react'
import { useClient } from 'sanity'
import { type Comparison, compareXliff } from '#content/exchange/xliff/compare-xliff.ts'
import { readXliff } from '#content/exchange/xliff/read-xliff.ts'
import { MOST_XLIFF_BYTES, type Xliff } from '#content/exchange/xliff/xliff.ts'
import { Mistake } from '#content/model/errors.ts'
import { findLanguage, LAST_LANGUAGE, type Language } from '#content/model/languages.ts'
import type { MatrixCampaign } from '#content/model/matrix.ts'
import { ProgressBar } from '../../desk/progress-bar.tsx'
import { useReturnFocus } from '../../desk/use-return-focus.ts'
import { API } from '../../translation/api-version.ts'
import { reviewFailure } from '../../translation/review-failure.ts'
import { today } from '../../translation/today.ts'
import { loadExchanged } from './exchanged-documents.ts'
import { ImportPreview } from './import-preview.tsx'
import { ImportResult } from './import-result.tsx'
import { type Imported, type ImportProgress, runImport } from './run-import.ts'
import type { ImportedDocument } from './write-import.ts'

type Props = {
  campaign: MatrixCampaign | undefined
  /** The one language that is shown, if it is one. */
  language: string | undefined
  languages: readonly Language[]
  onClose: () => void
}

type Read = {
  xliff: Xliff
  comparison: Comparison
  documents: ReadonlyMap<string, ImportedDocument>
  language: Language
}

type Step =
  | { kind: 'choose'; problem?: string }
  | { kind: 'reading' }
  | { kind: 'preview'; read: Read }
  | { kind: 'writing'; progress: ImportProgress }
  | { kind: 'done'; imported: Imported }

/** A file from an agency: read, held against today's texts, shown, and only then written. */
export function ImportDialog({ campaign, language, languages, onClose }: Props) {
  useReturnFocus()
  const client = useClient(API)
  const id = useId()
  const [step, setStep] = useState<Step>({ kind: 'choose' })
  const stopper = useRef(new AbortController())
  const against = {
    dataset: client.config().dataset ?? '',
    ...(campaign && { campaign: { id: campaign._id, name: campaign.name } }),
    ...(language && { language }),
    sourceLanguage: LAST_LANGUAGE,
  }
  const read = async (file: File) => {
    setStep({ kind: 'reading' })
    try {
      const xliff = readXliff(await textOf(file))
      const found = findLanguage(languages, xliff.targetLanguage)
      if (found === undefined) {
        const message = `No language has the tag "${xliff.targetLanguage}". Add it under Languages, or ask for another tag (trgLang).`
        throw new Mistake('xliff-language', message)
      }
      const ids = xliff.files.map(({ original }) => original)
      const documents = await loadExchanged(client, ids, found.tag)
      const comparison = compareXliff(xliff, { ...against, documents })
      setStep({ kind: 'preview', read: { xliff, comparison, documents, language: found } })
    } catch (error) {
      const problem = error instanceof Mistake ? error.message : reviewFailure(error)
      setStep({ kind: 'choose', problem })
    }
  }
  const write = async (found: Read, origin: 'human' | 'machine') => {
    const { xliff, comparison, documents } = found
    const imported = await runImport({
      client,
      xliff,
      against,
      incoming: { language: xliff.targetLanguage, origin, on: today() },
      texts: comparison.incoming,
      documents,
      onProgress: (progress) => setStep({ kind: 'writing', progress }),
      signal: stopper.current.signal,
    })
    setStep({ kind: 'done', imported })
  }
  const close = () => {
    stopper.current.abort()
    onClose()
  }
  return (
    <Dialog id={id} header="Import XLIFF" width={2} onClose={close} padding={4}>
      <Stack gap={4} padding={4}>
        {step.kind === 'choose' && (
          <>
            <Text as="label" htmlFor={`${id}-file`} size={1}>
              The file that the agency sent back (.xlf)
              {campaign ? `, for the campaign “${campaign.name}”` : ''}. You see what it would
              change before anything is written.
            </Text>
            <input
              id={`${id}-file`}
              type="file"
              className="matrix-file"
              accept=".xlf,.xliff,application/xliff+xml"
              onChange={(event) => {
                const file = event.currentTarget.files?.[0]
                if (file) void read(file)
              }}
            />
            {step.problem !== undefined && (
              <Card padding={3} radius={2} tone="critical" role="alert">
                <Text size={1}>{step.problem}</Text>
              </Card>
            )}
          </>
        )}
        {step.kind === 'reading' && (
          <Text size={1} role="status">
            Reading the file …
          </Text>
        )}
        {step.kind === 'preview' && (
          <ImportPreview
            comparison={step.read.comparison}
            language={step.read.language}
            languages={languages}
            onWrite={(origin) => void write(step.read, origin)}
            onOther={() => setStep({ kind: 'choose' })}
          />
        )}
        {step.kind === 'writing' && (
          <Stack gap={4}>
            <Text size={1} role="status" aria-live="polite">
              {step.progress.isWaiting
                ? 'The server cannot be reached. It goes on by itself as soon as it is back; nothing is lost.'
                : `${step.progress.done} of ${step.progress.total} documents written`}
            </Text>
            <ProgressBar
              label="Documents written"
              done={step.progress.done}
              all={step.progress.total}
            />
            <div>
              <Button text="Stop" mode="ghost" onClick={() => stopper.current.abort()} />
            </div>
          </Stack>
        )}
        {step.kind === 'done' && <ImportResult imported={step.imported} onClose={close} />}
      </Stack>
    </Dialog>
  )
}

async function textOf(file: File): Promise<string> {
  if (file.size > MOST_XLIFF_BYTES) {
    const most = MOST_XLIFF_BYTES / 1024 ** 2
    throw new Mistake('xliff-size', `The file is longer than ${most} MB. Ask for it in parts.`)
  }
  return file.text()
}
