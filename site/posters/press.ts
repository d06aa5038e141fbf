import { readFileSync } from 'node:fs'
import path from 'node:path'
import { setImmediate as nextTurn } from 'node:timers/promises'
import {
  NodeCompiler,
  type NodeTypstDocument,
  PdfStandard,
} from '@myriaddreamin/typst-ts-node-compiler'
import sharp from 'sharp'
import { fontFiles } from '#content/brand/fonts.ts'
import { Bug, Mistake } from '#content/model/errors.ts'
import { PIECES, type PieceId } from '#content/model/pieces.ts'
import type { PosterSpec } from './poster.ts'
import { pressInput } from './press-input.ts'
import { isOverfull, refusal } from './refusals.ts'
import { nestDrawings } from './svg.ts'

export const POSTER_FORMATS = ['pdf', 'svg', 'png'] as const
export type PosterFormat = (typeof POSTER_FORMATS)[number]
/** Width of a PNG in pixels; 1200 if not said. */
type PressOptions = { pixelsWide?: number | undefined }

/** Sets posters, one at a time; between two of them other work gets its turn. */
export type Press = {
  /**
   * Makes one sheet: SVG as text, PDF and PNG as bytes. The first takes half a second more, for the fonts.
   * Rejects with a `Mistake` that names language and words if they do not fit or a letter has no glyph.
   */
  render(spec: PosterSpec, format: 'svg', options?: PressOptions): Promise<string>
  render(spec: PosterSpec, format: 'pdf' | 'png', options?: PressOptions): Promise<Uint8Array>
  render(
    spec: PosterSpec,
    format: PosterFormat,
    options?: PressOptions,
  ): Promise<string | Uint8Array>
}

const POINTS_PER_MM = 72 / 25.4
const DEFAULT_PIXELS_WIDE = 1200
// Typst keeps every result: 0.4 MB a poster, measured. So after every 25 posters, what none of the last 50 used goes.
const POSTERS_A_SWEEP = 25
const SWEEPS_KEPT = 2
/** How far all type may shrink, step by step, before a text counts as too long. */
const SQUEEZES = [1, 0.92, 0.85, 0.8] as const

/** A press with one Typst compiler and the brand's fonts, made at its first poster. */
export function createPress(): Press {
  let compiler: NodeCompiler | undefined
  let last: Promise<unknown> = Promise.resolve()
  let posters = 0

  function render(spec: PosterSpec, format: 'svg', options?: PressOptions): Promise<string>
  function render(
    spec: PosterSpec,
    format: 'pdf' | 'png',
    options?: PressOptions,
  ): Promise<Uint8Array>
  function render(
    spec: PosterSpec,
    format: PosterFormat,
    options?: PressOptions,
  ): Promise<string | Uint8Array>
  async function render(
    spec: PosterSpec,
    format: PosterFormat,
    options: PressOptions = {},
  ): Promise<string | Uint8Array> {
    const sheet = await inTurn(() => {
      compiler ??= openCompiler()
      posters += 1
      if (posters % POSTERS_A_SWEEP === 0) compiler.evictCache(SWEEPS_KEPT)
      return setSheet(compiler, spec, format)
    })
    if (format !== 'png') return sheet
    return toPng(sheet, spec.piece, options.pixelsWide ?? DEFAULT_PIXELS_WIDE)
  }

  function inTurn<T>(work: () => T): Promise<T> {
    const turn = last.then(() => nextTurn()).then(work)
    last = turn.catch(() => undefined)
    return turn
  }

  return { render }
}

function openCompiler(): NodeCompiler {
  return NodeCompiler.create({
    workspace: import.meta.dirname,
    fontArgs: [{ fontBlobs: fontFiles().map((file) => readFileSync(file)) }],
  })
}

function setSheet(compiler: NodeCompiler, spec: PosterSpec, format: PosterFormat) {
  try {
    const document = compile(compiler, spec)
    // Made for every format: the export is what finds letters without a glyph and untagged parts.
    const pdf = compiler.pdf(document, { pdfStandard: PdfStandard.UA_1 })
    return format === 'pdf' ? pdf : nestDrawings(compiler.plainSvg(document))
  } catch (cause) {
    if (cause instanceof Mistake || cause instanceof Bug || !(cause instanceof Error)) throw cause
    throw refusal(spec, cause.message)
  }
}

function compile(compiler: NodeCompiler, spec: PosterSpec): NodeTypstDocument {
  for (const squeeze of SQUEEZES) {
    const set = compiler.compile({
      mainFilePath: path.join(import.meta.dirname, 'poster.typ'),
      inputs: { poster: pressInput(spec, squeeze) },
    })
    const problems = JSON.stringify(set.takeDiagnostics()?.shortDiagnostics ?? [])
    if (isOverfull(problems) && squeeze !== SQUEEZES.at(-1)) continue
    if (problems !== '[]' || !set.result) throw refusal(spec, problems)
    return onePage(spec, set.result)
  }
  throw new Bug('no squeeze is left to try')
}

function onePage(spec: PosterSpec, document: NodeTypstDocument): NodeTypstDocument {
  const pages = document.numOfPages
  if (pages !== 1) throw new Bug(`the ${spec.piece} poster in ${spec.lang} has ${pages} pages`)
  return document
}

async function toPng(svg: string | Uint8Array, piece: PieceId, pixelsWide: number) {
  const density = (72 * pixelsWide) / (PIECES[piece].widthMm * POINTS_PER_MM)
  return sharp(Buffer.from(svg), { density }).resize({ width: pixelsWide }).png().toBuffer()
}
