import { TranslateIcon } from '@sanity/icons/Translate'
import { lazy } from 'react'
import type { Tool } from 'sanity'
import { route } from 'sanity/router'

/** Every text in every language, and where it stands. The address says what is shown and which cell is open. */
export const translationsTool: Tool = {
  name: 'translations',
  title: 'Translations',
  icon: TranslateIcon,
  router: route.create('/', { __unsafe_disableScopedSearchParams: true }),
  component: lazy(async () => {
    const { TranslationsPage } = await loadPage()
    return { default: TranslationsPage }
  }),
}

/** Fetches the tool's code before anybody asks for it, so that its first opening is as quick as the next. */
export async function preloadTranslations(): Promise<void> {
  await loadPage()
}

async function loadPage() {
  return import('./translations-page.tsx')
}
