import { RocketIcon } from '@sanity/icons/Rocket'
import { lazy } from 'react'
import type { Tool } from 'sanity'
import { route } from 'sanity/router'

/** The tool at `/studio/first-hour`; `/studio/first-hour/{id}` is about one organisation. */
export const firstHourTool: Tool = {
  name: 'first-hour',
  title: 'First hour',
  icon: RocketIcon,
  component: lazy(async () => ({ default: (await import('./first-hour-view.tsx')).FirstHourView })),
  router: route.create('/', [route.create('/:organization')]),
}
