import { BarChartIcon } from '@sanity/icons/BarChart'
import { lazy } from 'react'
import type { Tool } from 'sanity'
import { route } from 'sanity/router'

/** The tool at `/studio/scans`; `/studio/scans/{id}` is about one campaign. */
export const scansTool: Tool = {
  name: 'scans',
  title: 'Scans',
  icon: BarChartIcon,
  component: lazy(async () => ({ default: (await import('./scans-view.tsx')).ScansView })),
  router: route.create('/', [route.create('/:campaign')]),
}
