import { textHash } from '../../../../content/model/text-hash.ts'

const HEADING = 'Someone keeps your passport?'

/** A message whose heading is approved in Arabic and whose body is in English only. */
export const message = {
  _id: 'message-1',
  _rev: 'rev-1',
  _type: 'message',
  heading: [textIn('en', HEADING), textIn('ar', 'هل يحتجز أحد جوازك؟')],
  body: [textIn('en', 'Your papers belong to you.')],
}

/** A guide with a heading, marks and a list. */
export const guide = {
  _id: 'guide-1-en',
  _rev: 'rev-2',
  _type: 'guide',
  slug: { _type: 'slug', current: 'guide-one' },
  language: 'en',
  title: 'A guide',
  summary: 'What it is about.',
  audience: 'person',
  body: [
    block('a', { style: 'h2' }, [span('1', 'A heading')]),
    block('b', { listItem: 'bullet', level: 1 }, [
      span('1', 'Wait for a '),
      span('2', 'moment', ['strong']),
      span('3', ' alone. '),
      span('4', 'Use', ['em']),
      span('5', ''),
    ]),
    block('c', {}, [span('1', '')]),
  ],
  origin: 'human',
  sourceHash: 'x',
}

function textIn(language: string, text: string) {
  const sourceHash = textHash(HEADING)
  const approved = { text, sourceHash, approvedBy: 'account-1', approvedOn: '2026-01-01' }
  return { _key: language, language, value: { text, origin: 'human', sourceHash, approved } }
}

function block(_key: string, form: object, children: unknown[]) {
  return { _type: 'block', _key, style: 'normal', markDefs: [], ...form, children }
}

function span(_key: string, text: string, marks: string[] = []) {
  return { _type: 'span', _key, text, marks }
}
