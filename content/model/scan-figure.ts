import { z } from 'zod'

/**
 * What is told of scans: how many they were, that they were fewer than 11, or nothing, because a sum would let small
 * figures be worked out.
 */
export const scanFigure = z.discriminatedUnion('state', [
  z.object({ state: z.literal('told'), scans: z.int().nonnegative() }),
  z.object({ state: z.enum(['small', 'held-back']) }),
])
export type ScanFigure = z.infer<typeof scanFigure>
