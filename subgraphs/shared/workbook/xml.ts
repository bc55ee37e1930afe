import { SaxesParser } from 'saxes'
import type { WorkbookLimits } from './limits.js'
import type { Package } from './package.js'
import { FileRefusal } from './refusal.js'

/** What a reader of one part wants to hear; element names come without their prefix. */
export interface XmlHandlers {
  open?(name: string, attributes: Record<string, string>): void
  text?(text: string): void
  close?(name: string): void
}

/** Feeds a part of a package to its handlers, chunk by chunk; afterwards whatever the handlers gathered is complete. */
export async function readXml(
  source: Package,
  part: string,
  limits: WorkbookLimits,
  handlers: XmlHandlers,
): Promise<void> {
  const feed = xmlFeed(part, limits, handlers)
  for await (const chunk of source.read(part)) feed.write(chunk)
  feed.end()
}

/** A parser for one part that refuses document types, deep nesting, and any single piece of text that has no end. */
export function xmlFeed(part: string, limits: WorkbookLimits, handlers: XmlHandlers, place = () => part) {
  // A place in a sheet is told by its cell, so the parser need not count lines.
  const parser = new SaxesParser<{ xmlns?: false; position: false }>({ position: false })
  const decoder = new TextDecoder('utf-8', { fatal: true })
  // A name, an attribute or a text as long as this is no longer one that a spreadsheet program writes.
  const longestPiece = limits.cellCharacters * 6
  let depth = 0
  let quietCharacters = 0

  parser.on('doctype', () => {
    throw new FileRefusal('FILE_FORMAT_UNSAFE', `The part ${part} declares a document type, as no workbook does.`, part)
  })
  parser.on('opentag', ({ name, attributes }) => {
    quietCharacters = 0
    depth += 1
    if (depth > limits.xmlDepth) throw malformed(part)
    handlers.open?.(localName(name), attributes)
  })
  parser.on('closetag', ({ name }) => {
    quietCharacters = 0
    depth -= 1
    handlers.close?.(localName(name))
  })
  if (handlers.text) {
    parser.on('text', handlers.text)
    parser.on('cdata', handlers.text)
  }

  function feed(text: string): void {
    quietCharacters += text.length
    write(() => parser.write(text))
    if (quietCharacters > longestPiece) {
      const message = `At ${place()} stands a text of more than ${limits.cellCharacters} characters. Shorten it.`
      throw new FileRefusal('CELL_TOO_LONG', message, place())
    }
  }

  function write(step: () => unknown): void {
    try {
      step()
    } catch (cause) {
      if (cause instanceof FileRefusal) throw cause
      throw malformed(part, cause)
    }
  }

  return {
    write: (chunk: Uint8Array) => write(() => feed(decoder.decode(chunk, { stream: true }))),
    end: () =>
      write(() => {
        feed(decoder.decode())
        parser.close()
      }),
  }
}

function malformed(part: string, cause?: unknown): FileRefusal {
  const message = `The part ${part} is not well-formed. Save the workbook again in your spreadsheet program and send that.`
  return new FileRefusal('FILE_FORMAT', message, part, { cause })
}

function localName(name: string): string {
  const colon = name.indexOf(':')
  return colon < 0 ? name : name.slice(colon + 1)
}
