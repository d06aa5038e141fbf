import { release } from '../release/release.ts'
import type { Door } from './door.ts'

/**
 * The door of a preview: the release of a draft, straight from the server. It registers no worker, keeps nothing,
 * follows nothing and is always marked PREVIEW; no real screen would take such a release, for nobody signed it.
 */
export function previewDoor({ pathname, search }: Pick<Location, 'pathname' | 'search'>): Door {
  const folder = pathname.replace(/\/screen$/, '')
  return {
    openLine: ({ onMessage }) => ({
      send: async ({ type }) => {
        if (type !== 'hello') return
        const answer = await fetch(`${folder}/release.json${search}`)
        if (!answer.ok) return
        const draft = release.parse(await answer.json())
        const { slug } = draft.facts.place
        const highestMoment = draft.createdAt
        onMessage({ type: 'play', place: slug, release: draft, highestMoment, isPreview: true })
      },
      renewShell: async () => {},
    }),
    createNews: () => ({ follow: () => {}, ended: () => {}, shows: () => {} }),
    blobAddress: (sha256) => `${folder}/blobs/${sha256}`,
    keep: () => {},
  }
}
