import { z } from 'zod'

/**
 * A printed size. Widths and heights in millimetres, upright. `smallestPoints` is the smallest type that the poster
 * may set on it, in points (1/72 inch), rounded down.
 */
export type Piece = {
  id: PieceId
  label: string
  widthMm: number
  heightMm: number
  smallestPoints: number
}

export const PIECE_IDS = ['a3', 'a4'] as const
export const pieceId = z.enum(PIECE_IDS)
export type PieceId = z.infer<typeof pieceId>

/**
 * What can be printed, upright. Sizes: ISO 216. Smallest type: `site/posters`, the template's `SMALL` of 10.1 points
 * on A4, at the tightest squeeze of the press (0.8) and in the face set smallest (0.98); it grows with the width.
 */
export const PIECES: Record<PieceId, Piece> = {
  a3: { id: 'a3', label: 'A3', widthMm: 297, heightMm: 420, smallestPoints: 11.1 },
  a4: { id: 'a4', label: 'A4', widthMm: 210, heightMm: 297, smallestPoints: 7.9 },
}
