import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { initWasm, Resvg } from '@resvg/resvg-wasm'
import { type MarkTheme, markSvg } from './mark-svg.js'

let renderer: Promise<void> | undefined
const drawn = new Map<string, Promise<Uint8Array>>()

/** The mark as PNG of this width in pixels, drawn from the SVG when it is first asked for. */
export function markPng(theme: MarkTheme, width: number): Promise<Uint8Array> {
  const key = `${theme} ${width}`
  const known = drawn.get(key) ?? draw(theme, width)
  drawn.set(key, known)
  return known
}

async function draw(theme: MarkTheme, width: number): Promise<Uint8Array> {
  renderer ??= loadRenderer()
  await renderer
  const resvg = new Resvg(markSvg(theme), { fitTo: { mode: 'width', value: width }, font: { loadSystemFonts: false } })
  return resvg.render().asPng()
}

async function loadRenderer(): Promise<void> {
  await initWasm(await readFile(createRequire(import.meta.url).resolve('@resvg/resvg-wasm/index_bg.wasm')))
}
