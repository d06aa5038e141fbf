import { definePlugin } from 'sanity'
import { explainPublish } from '../publish/explain-publish.tsx'
import { FormNotes } from '../publish/form-notes.tsx'
import { firstHourTool } from '../tools/first-hour/first-hour-tool.ts'
import { ORGANIZATION_TEMPLATES } from '../tools/first-hour/templates.ts'
import { freshnessTool } from '../tools/freshness/freshness-tool.ts'
import { scansTool } from '../tools/scans/scans-tool.ts'
import { WithdrawAction } from './withdraw-action.tsx'

const FACTS: readonly string[] = ['helpline', 'service']

/** The first hour, freshness, scans, withdrawing at once, and a publishing that says what stands in its way. After the structure tool. */
export const newsroom = definePlugin({
  name: 'newsroom',
  tools: [firstHourTool, freshnessTool, scansTool],
  schema: { templates: (templates) => [...templates, ...ORGANIZATION_TEMPLATES] },
  document: {
    actions: (actions, { schemaType }) => {
      const all = actions.map((one) => (one.action === 'publish' ? explainPublish(one) : one))
      return FACTS.includes(schemaType) ? [...all, WithdrawAction] : all
    },
  },
  form: { components: { input: FormNotes } },
})
