import { TranslateIcon } from '@sanity/icons/Translate'
import { Card, Flex, Heading, Stack, Text } from '@sanity/ui'
import { type DocumentInspectorProps, defineDocumentInspector } from 'sanity'
import { DocumentInspectorHeader } from 'sanity/structure'
import { guideText } from '#content/model/guide-text.ts'
import { LAST_LANGUAGE } from '#content/model/languages.ts'
import { type BegunGuide, readGuide } from './guide-review.ts'
import { ChangesSince } from './source-changes.tsx'
import { StateChip } from './state-chip.tsx'
import { useGuide } from './use-guide.ts'
import { languageOf, useLanguages } from './use-languages.ts'
import { Written } from './written.tsx'

const TITLE = 'Source and review'

/** The source beside the form of a guide. */
export const guideInspector = defineDocumentInspector({
  name: 'source-and-review',
  useMenuItem: ({ documentType }) => ({
    hidden: documentType !== 'guide',
    icon: TranslateIcon,
    showAsAction: true,
    title: TITLE,
  }),
  component: GuideInspector,
})

function GuideInspector({ documentId, onClose }: DocumentInspectorProps) {
  const { guide, source, sourceText, state } = useGuide(documentId)
  return (
    <Flex direction="column" height="fill" overflow="hidden">
      <DocumentInspectorHeader
        title={TITLE}
        onClose={onClose}
        closeButtonLabel="Close"
        as="header"
        flex="none"
      />
      <Card flex={1} overflow="auto" padding={4} tabIndex={0} aria-label={TITLE}>
        <Stack gap={5}>
          <Flex>
            <StateChip state={state} />
          </Flex>
          {guide && source && sourceText !== undefined ? (
            <Source guide={guide} source={source} sourceText={sourceText} state={state} />
          ) : (
            <Text size={1}>
              {guide?.language === LAST_LANGUAGE
                ? 'This is the source: the guides in other languages are translations of it.'
                : 'There is no English guide with the same slug. Give both the same slug.'}
            </Text>
          )}
        </Stack>
      </Card>
    </Flex>
  )
}

type SourceProps = {
  guide: BegunGuide
  source: { id: string; guide: BegunGuide }
  sourceText: string
  state: string
}

function Source({ guide, source, sourceText, state }: SourceProps) {
  const language = languageOf(useLanguages(), source.guide.language)
  const read = (document: unknown) => {
    const then = readGuide(document)
    return then && guideText(then)
  }
  return (
    <>
      {state === 'outdated' && (
        <ChangesSince
          key={guide.sourceHash}
          hash={guide.sourceHash}
          source={{ text: sourceText, language }}
          history={{ id: source.id, read }}
        />
      )}
      <Stack gap={4} lang={language.tag} dir={language.direction}>
        <Heading size={1} as="h2">
          {source.guide.title}
        </Heading>
        <Written language={language}>{source.guide.summary}</Written>
        {source.guide.body.map((block) => (
          <Written language={language} key={block._key}>
            {block.listItem && <span aria-hidden="true">• </span>}
            {block.style === 'h2' || block.style === 'h3' ? (
              <strong>{wordsOf(block)}</strong>
            ) : (
              wordsOf(block)
            )}
          </Written>
        ))}
      </Stack>
    </>
  )
}

function wordsOf(block: BegunGuide['body'][number]): string {
  return block.children.map((span) => span.text).join('')
}
