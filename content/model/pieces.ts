import { z } from 'zod'

/** A printed size. Widths and heights in millimetres, upright. */
export type Piece = { id: PieceId; label: string; widthMm: number; heightMm: number }

export const PIECE_IDS = ['a3', 'a4'] as const
export const pieceId = z.enum(PIECE_IDS)
export type PieceId = z.infer<typeof pieceId>

/** What can be printed, upright. Sizes: ISO 216. */
export const PIECES: Record<PieceId, Piece> = {
  a3: { id: 'a3', label: 'A3', widthMm: 297, heightMm: 420 },
  a4: { id: 'a4', label: 'A4', widthMm: 210, heightMm: 297 },
}
