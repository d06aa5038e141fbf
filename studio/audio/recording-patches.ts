import { type FormPatch, insert, set, setIfMissing, unset } from 'sanity'
import type { Recording } from '#content/model/documents/recording.ts'

/** Who does it, and on which day (UTC). */
export type Doer = { by: string; on: string }

/** A recording that was kept, as it is to stand in a document. */
export type KeptTake = Pick<Recording, '_key' | 'field' | 'language' | 'sourceHash' | 'sign'> & {
  /** Id of the uploaded file. */
  asset: string
}

/** Adds a recording; the others of its text stay until it is approved. */
export function recorded({ asset, ...take }: KeptTake, { by, on }: Doer): FormPatch[] {
  const file = { _type: 'file', asset: { _type: 'reference', _ref: asset } }
  const item = { ...take, file, recordedBy: by, recordedOn: on }
  return [setIfMissing([]), insert([item], 'after', [-1])]
}

/** Adds the same take in another format. Who approved it has not heard this one. */
export function withOtherFile({ _key }: Recording, asset: string): FormPatch[] {
  const file = { _type: 'file', asset: { _type: 'reference', _ref: asset } }
  return [
    set(file, [{ _key }, 'otherFile']),
    unset([{ _key }, 'approvedBy']),
    unset([{ _key }, 'approvedOn']),
  ]
}

/** Lets a recording out once the document is published, instead of the others of its text, or films of its sign language. */
export function approved(one: Recording, all: readonly Recording[], { by, on }: Doer): FormPatch[] {
  const others = all.filter(
    ({ _key, field, language, sign }) =>
      _key !== one._key && field === one.field && language === one.language && sign === one.sign,
  )
  return [
    set(by, [{ _key: one._key }, 'approvedBy']),
    set(on, [{ _key: one._key }, 'approvedOn']),
    unset([{ _key: one._key }, 'rejected']),
    ...others.map(({ _key }) => unset([{ _key }])),
  ]
}

/** Gives a recording back with the reason; it stays to be heard until a better one is approved. */
export function sentBack(one: Recording, reason: string, { by, on }: Doer): FormPatch[] {
  return [
    set({ rejectedOn: on, rejectedBy: by, reason }, [{ _key: one._key }, 'rejected']),
    unset([{ _key: one._key }, 'approvedBy']),
    unset([{ _key: one._key }, 'approvedOn']),
  ]
}
