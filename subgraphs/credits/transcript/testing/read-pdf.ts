import type { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { extractText, getDocumentProxy } from 'unpdf'

/** A PDF as its reader sees it. */
export interface ReadPdf {
  bytes: Buffer
  /** The text of each page, its lines joined by spaces. */
  pages: string[]
  proxy: Awaited<ReturnType<typeof getDocumentProxy>>
}

/** Reads a PDF to its end. */
export async function readPdf(pdf: Readable): Promise<ReadPdf> {
  const bytes = await buffer(pdf)
  const proxy = await getDocumentProxy(new Uint8Array(bytes))
  const { text } = await extractText(proxy)
  return { bytes, pages: text.map((page) => page.replace(/\s+/g, ' ')), proxy }
}
