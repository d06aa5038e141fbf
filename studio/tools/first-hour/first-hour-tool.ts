import { RocketIcon } from '@sanity/icons/Rocket'
import type { Tool } from 'sanity'
import { route } from 'sanity/router'
import { FirstHourView } from './first-hour-view.tsx'

/** The tool at `/studio/first-hour`; `/studio/first-hour/{id}` is about one organisation. */
export const firstHourTool: Tool = {
  name: 'first-hour',
  title: 'First hour',
  icon: RocketIcon,
  component: FirstHourView,
  router: route.create('/', [route.create('/:organization')]),
}
