import type { Template } from 'sanity'
import { HELP_TEMPLATES } from './help-templates.ts'
import { PLACE_TEMPLATES } from './place-templates.ts'

/** What a new document can begin from, besides an empty one. */
export const TEMPLATES: readonly Template[] = [...PLACE_TEMPLATES, ...HELP_TEMPLATES]
