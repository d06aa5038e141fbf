import { ClockIcon } from '@sanity/icons/Clock'
import { lazy } from 'react'
import type { Tool } from 'sanity'
import { route } from 'sanity/router'

/** The tool at `/studio/freshness`; `/studio/freshness/{id}` goes to one helpline or service. */
export const freshnessTool: Tool = {
  name: 'freshness',
  title: 'Freshness',
  icon: ClockIcon,
  component: lazy(async () => ({ default: (await import('./freshness-view.tsx')).FreshnessView })),
  router: route.create('/', [route.create('/:fact')]),
}
