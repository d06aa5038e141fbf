import { Button, Dialog, Select, Stack, Text } from '@sanity/ui'
import { useId, useState } from 'react'
import { useClient } from 'sanity'
import { makeXliff } from '#content/exchange/xliff/make-xliff.ts'
import { writeXliff } from '#content/exchange/xliff/write-xliff.ts'
import { Mistake } from '#content/model/errors.ts'
import { findLanguage, LAST_LANGUAGE, type Language } from '#content/model/languages.ts'
import type { MatrixCampaign } from '#content/model/matrix.ts'
import { saveFile } from '../../desk/save-file.ts'
import { useReturnFocus } from '../../desk/use-return-focus.ts'
import { API } from '../../translation/api-version.ts'
import { reviewFailure } from '../../translation/review-failure.ts'
import { loadExchanged } from './exchanged-documents.ts'
import type { MatrixRow } from './rows.ts'

type Props = {
  campaign: MatrixCampaign | undefined
  rows: readonly MatrixRow[]
  languages: readonly Language[]
  onClose: () => void
}

/** The texts that are shown, in one language, as a file for an agency. */
export function ExportDialog({ campaign, rows, languages, onClose }: Props) {
  useReturnFocus()
  const client = useClient(API)
  const id = useId()
  const targets = languages.filter(({ tag }) => tag !== LAST_LANGUAGE)
  const [tag, setTag] = useState(targets[0]?.tag ?? '')
  const [words, setWords] = useState('')
  const [isBusy, setIsBusy] = useState(false)
  const texts = rows.filter(({ type }) => type !== 'interfaceText')
  const ids = [...new Set(texts.map(({ documentId }) => documentId))]
  const save = async () => {
    setIsBusy(true)
    setWords('Reading the texts …')
    try {
      const documents = [...(await loadExchanged(client, ids, tag)).values()]
      const xliff = makeXliff({
        dataset: client.config().dataset ?? '',
        ...(campaign && { campaign: { id: campaign._id, name: campaign.name } }),
        language: tag,
        directions: {
          source: 'ltr',
          target: findLanguage(languages, tag)?.direction ?? 'ltr',
        },
        documents,
      })
      const name = `${fileName(campaign?.name ?? 'texts')}.${tag}.xlf`
      saveFile({ name, text: writeXliff(xliff), type: 'application/xliff+xml' })
      const count = xliff.files.reduce((sum, { units }) => sum + units.length, 0)
      setWords(`${name}: ${count} texts of ${xliff.files.length} documents.`)
    } catch (error) {
      setWords(error instanceof Mistake ? error.message : reviewFailure(error))
    }
    setIsBusy(false)
  }
  return (
    <Dialog
      id={id}
      header="Export XLIFF"
      width={1}
      onClose={onClose}
      onClickOutside={onClose}
      padding={4}
    >
      <Stack gap={4} padding={4}>
        <Text size={1}>
          {texts.length} {texts.length === 1 ? 'text' : 'texts'} as they are filtered now
          {campaign ? `, of the campaign “${campaign.name}”` : ''}. An agency can open the file in
          any tool for translators (XLIFF 2.1).
        </Text>
        <Stack gap={2}>
          <Text as="label" htmlFor={`${id}-language`} size={1} weight="medium">
            Into
          </Text>
          <Select
            id={`${id}-language`}
            value={tag}
            onChange={(event) => setTag(event.currentTarget.value)}
          >
            {targets.map((one) => (
              <option key={one.tag} value={one.tag}>
                {one.ownName} · {one.englishName} · {one.tag}
              </option>
            ))}
          </Select>
        </Stack>
        <Button
          text="Save the file"
          tone="primary"
          disabled={isBusy || tag === '' || texts.length === 0}
          onClick={() => void save()}
        />
        <Text size={1} role="status" aria-live="polite">
          {words}
        </Text>
      </Stack>
    </Dialog>
  )
}

function fileName(name: string): string {
  const plain = name.normalize('NFKD').toLowerCase()
  return plain.replace(/[^a-z0-9]+/g, '-').replace(/^-+|-+$/g, '') || 'texts'
}
