import { defineArrayMember } from 'sanity'
import { pendingVerification, verification, withdrawal } from '#content/model/verification.ts'
import { authorFields } from '../author-fields.ts'
import { FactsSummary } from '../inputs/facts-summary.tsx'

const standing = authorFields(verification.shape)
const pending = authorFields(pendingVerification.shape)
const gone = authorFields(withdrawal.shape)

const components = { input: FactsSummary }

/** Who stood for the facts. Shown, never typed: the Freshness tool sets it. */
export const verificationObject = defineArrayMember({
  type: 'object',
  components,
  fields: [
    standing('verifiedOn', { description: 'The day on which the first person checked.' }),
    standing('verifiedBy', { description: 'The first person.' }),
    standing('method', { description: 'How the first person found out.' }),
    standing('sourceUrl', { description: 'Where it was read.' }),
    standing('secondPerson', { description: 'The second person.' }),
    standing('secondMethod', { description: 'How the second person found out.' }),
    standing('secondSourceUrl', { description: 'Where the second person read it.' }),
    standing('checkedAt', { description: 'When the first person said so.' }),
    standing('confirmedAt', { description: 'When the second person confirmed it.' }),
    standing('factsHash', { description: 'Fingerprint of the facts that were confirmed.' }),
  ],
})

/** The first person's word, the second's still to come. */
export const pendingObject = defineArrayMember({
  type: 'object',
  components,
  fields: [
    pending('verifiedOn', { description: 'The day of the check.' }),
    pending('verifiedBy', { description: 'Who checked.' }),
    pending('checkedAt', { description: 'When they said so.' }),
    pending('method', { description: 'How they found out.' }),
    pending('sourceUrl', { description: 'Where it was read.' }),
    pending('languages', { description: 'Languages in which the line was heard to answer.' }),
    pending('factsHash', { description: 'Fingerprint of the facts that were checked.' }),
  ],
})

/** Taken away at once, by whom and why. */
export const withdrawalObject = defineArrayMember({
  type: 'object',
  components,
  fields: [
    gone('withdrawnAt', { description: 'The moment of the withdrawal.' }),
    gone('withdrawnBy', { description: 'Who withdrew it.' }),
    gone('reason', { description: 'Why, for the owners.' }),
  ],
})
