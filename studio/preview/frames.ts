import type { PreviewScene } from '#content/model/desk.ts'

/** A glass that a preview is looked at through, in CSS pixels. */
export type Frame = { id: string; label: string; width: number; height: number }

const PHONE: Frame = { id: 'phone', label: 'Phone', width: 360, height: 740 }
const PORTRAIT: Frame = { id: 'portrait', label: 'Kiosk, upright', width: 1080, height: 1920 }
const LANDSCAPE: Frame = { id: 'landscape', label: 'Kiosk, lying', width: 1920, height: 1080 }

/** The frames of a scene, the usual one first; none for a poster, which is paper. */
export const FRAMES: Readonly<Record<PreviewScene, readonly Frame[]>> = {
  page: [PHONE, PORTRAIT, LANDSCAPE],
  poster: [],
  screen: [PORTRAIT, LANDSCAPE, PHONE],
}

/** How scenes are called. */
export const SCENE_LABELS: Readonly<Record<PreviewScene, string>> = {
  page: 'Help page',
  poster: 'Poster',
  screen: 'Screen',
}
