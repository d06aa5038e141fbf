import { ClockIcon } from '@sanity/icons/Clock'
import type { Tool } from 'sanity'
import { route } from 'sanity/router'
import { FreshnessView } from './freshness-view.tsx'

/** The tool at `/studio/freshness`; `/studio/freshness/{id}` goes to one helpline or service. */
export const freshnessTool: Tool = {
  name: 'freshness',
  title: 'Freshness',
  icon: ClockIcon,
  component: FreshnessView,
  router: route.create('/', [route.create('/:fact')]),
}
