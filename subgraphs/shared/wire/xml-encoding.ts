import { createReadStream } from 'node:fs'
import { detectEncoding } from '../table/encoding.js'
import { FileRefusal } from '../workbook/refusal.js'

/** How the bytes of an XML file are to be read: by the mark at its beginning, else as its declaration says. */
export async function xmlEncoding(path: string): Promise<string> {
  for await (const head of createReadStream(path, { end: 511 }) as AsyncIterable<Buffer>) {
    const byMark = detectEncoding(head)
    if (byMark !== 'utf-8') return byMark
    const declared = /^\s*<\?xml[^>]*\bencoding\s*=\s*["']([\w.-]+)["']/.exec(
      head.toString('latin1').replace('\xEF\xBB\xBF', ''),
    )
    const encoding = encodings[(declared?.[1] ?? 'utf-8').toLowerCase()]
    if (encoding) return encoding
    throw new FileRefusal('FILE_FORMAT', `The encoding ${declared?.[1]} is not read. Save the file as UTF-8.`, 'line 1')
  }
  return 'utf-8'
}

const encodings: Readonly<Record<string, string>> = {
  'utf-8': 'utf-8',
  utf8: 'utf-8',
  'us-ascii': 'utf-8',
  'iso-8859-1': 'windows-1252',
  'windows-1252': 'windows-1252',
}
