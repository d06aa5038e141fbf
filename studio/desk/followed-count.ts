import type { FollowedAnswer } from '#content/model/desk.ts'

/** How many pages, screens and pieces no longer show what was withdrawn, of how many. */
export type FollowedCount = { followed: number; all: number }

/** Counts each sort. A piece has followed once it bears none of the numbers, or is gone. */
export function countFollowed(answer: FollowedAnswer): {
  pages: FollowedCount
  screens: FollowedCount
  pieces: FollowedCount
} {
  const { pages, screens, pieces } = answer
  return {
    pages: { followed: pages.filter(({ hasFollowed }) => hasFollowed).length, all: pages.length },
    screens: {
      followed: screens.reduce((sum, { followed }) => sum + followed, 0),
      all: screens.reduce((sum, { connected }) => sum + connected, 0),
    },
    pieces: {
      followed: pieces.filter(({ bears }) => bears.length === 0).length,
      all: pieces.length,
    },
  }
}

/** Whether everything that follows by itself has: pages, what screens are handed, and those that are connected. */
export function hasAllFollowed({ pages, screens }: FollowedAnswer): boolean {
  return (
    pages.every(({ hasFollowed }) => hasFollowed) &&
    screens.every(({ hasRelease, followed, connected }) => hasRelease && followed >= connected)
  )
}
