import { definePlugin } from 'sanity'
import {
  approveGuide,
  matchGuide,
  sendGuideBack,
  submitGuide,
  withdrawGuide,
} from './guide-actions.tsx'
import { guideInspector } from './guide-inspector.tsx'
import { TextInputs } from './text-inputs.tsx'

const GUIDE_ACTIONS = [submitGuide, approveGuide, sendGuideBack, matchGuide, withdrawGuide]

/** How texts are written, translated and approved in forms. */
export const textsPlugin = definePlugin({
  name: 'waymark-texts',
  form: { components: { input: TextInputs } },
  document: {
    actions: (actions, { schemaType }) =>
      schemaType === 'guide' ? [...actions, ...GUIDE_ACTIONS] : actions,
    inspectors: (inspectors, { documentType }) =>
      documentType === 'guide' ? [...inspectors, guideInspector] : inspectors,
  },
})
