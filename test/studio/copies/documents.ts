export const APPROVED = {
  ...{ text: 'Call', sourceHash: '1', approvedBy: 'bo', approvedOn: '2026-05-01' },
}
const REJECTED = { rejectedBy: 'bo', rejectedOn: '2026-05-01', reason: 'Warmer' }
export const WITHDRAWN = { withdrawnBy: 'bo', withdrawnOn: '2026-05-01', reason: 'It means prison' }
export const VERIFICATION = {
  ...{ verifiedOn: '2026-05-01', verifiedBy: 'bo', method: 'called' },
  ...{ secondPerson: 'cy', secondMethod: 'called', confirmedAt: '2026-05-01T10:00:00Z' },
  factsHash: '1',
}
const { secondPerson: _1, secondMethod: _2, confirmedAt: _3, ...PENDING } = VERIFICATION

/** A helpline about which everything has been said. */
export const HELPLINE = {
  _id: 'line',
  _type: 'helpline',
  name: [{ _key: 'a', language: 'en', value: 'Harbour line' }],
  numbers: [{ _key: 'n', dial: '0808 157 0101', channel: 'voice' }],
  pendingVerification: { ...PENDING, languages: [] },
  verification: VERIFICATION,
  withdrawal: { withdrawnAt: '2026-05-02T09:00:00Z', withdrawnBy: 'bo', reason: 'Wrong number' },
}

/** A message in three languages: let out and waiting anew, sent back, withdrawn. */
export const MESSAGE = {
  _id: 'call',
  _type: 'message',
  pictogram: 'telephone',
  heading: [
    {
      ...{ _key: 'a', language: 'en' },
      value: {
        ...{ text: 'Call', origin: 'human', sourceHash: '1' },
        ...{ submittedOn: '2026-05-01', approved: APPROVED },
      },
    },
    {
      ...{ _key: 'b', language: 'ar' },
      value: { text: 'اتصل', origin: 'machine', sourceHash: '1', rejected: REJECTED },
    },
    {
      ...{ _key: 'c', language: 'ti' },
      value: {
        ...{ text: 'ደውል', origin: 'human', sourceHash: '1' },
        ...{ approved: { ...APPROVED, text: 'ደውል' }, withdrawn: WITHDRAWN },
      },
    },
  ],
  audio: [
    {
      ...{ _key: 'r', field: 'heading', language: 'en', sourceHash: '1' },
      file: { _type: 'file', asset: { _type: 'reference', _ref: 'file-1-webm' } },
      ...{ recordedBy: 'bo', recordedOn: '2026-05-01' },
      ...{ approvedBy: 'cy', approvedOn: '2026-05-01' },
      reviews: [{ _key: 'v', verdict: 'right', on: '2026-05-01' }],
    },
    {
      ...{ _key: 's', field: 'heading', language: 'en', sourceHash: '1', rejected: REJECTED },
      file: { _type: 'file', asset: { _type: 'reference', _ref: 'file-2-webm' } },
    },
  ],
  textReviews: [
    {
      ...{ _key: 't', field: 'heading', language: 'en', textHash: '1' },
      ...{ verdict: 'right', on: '2026-05-01' },
    },
  ],
} as const
