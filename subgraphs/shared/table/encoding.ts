import { createReadStream } from 'node:fs'
import { FileRefusal } from '../workbook/refusal.js'

/** How the characters of a text file are written. */
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252'

const marks: readonly (readonly [bytes: string, encoding: Encoding])[] = [
  ['\xEF\xBB\xBF', 'utf-8'],
  ['\xFF\xFE', 'utf-16le'],
  ['\xFE\xFF', 'utf-16be'],
]

/** The encoding that the first bytes show: by their mark, or where every other byte is zero. */
export function detectEncoding(head: Uint8Array): Encoding {
  const start = String.fromCharCode(...head.subarray(0, 3))
  const marked = marks.find(([bytes]) => start.startsWith(bytes))
  if (marked) return marked[1]
  const zeros = [0, 0]
  const looked = Math.min(head.length, 512)
  for (let i = 0; i < looked; i += 1) if (head[i] === 0) zeros[i % 2] = (zeros[i % 2] ?? 0) + 1
  const [even = 0, odd = 0] = zeros
  if (odd > looked / 8 && odd > even * 4) return 'utf-16le'
  return even > looked / 8 && even > odd * 4 ? 'utf-16be' : 'utf-8'
}

/** The encoding of a whole text file (B04): what is no UTF-8 throughout is Windows-1252, which every byte can be. */
export async function encodingOf(path: string): Promise<Encoding> {
  let decoder: InstanceType<typeof TextDecoder> | undefined
  let encoding: Encoding = 'utf-8'
  try {
    for await (const chunk of createReadStream(path, { highWaterMark: pieceBytes }) as AsyncIterable<Buffer>) {
      encoding = decoder ? encoding : detectEncoding(chunk)
      if (encoding !== 'utf-8') return encoding
      decoder ??= new TextDecoder('utf-8', { fatal: true })
      decoder.decode(chunk, { stream: true })
    }
    decoder?.decode()
    return encoding
  } catch (error) {
    if (!isNoText(error)) throw error
    return 'windows-1252'
  }
}

/** The text of a file, piece by piece. Throws FileRefusal where it holds bytes that are no text in that encoding. */
export async function* textOf(path: string, encoding: string): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding, { fatal: true })
  try {
    for await (const chunk of createReadStream(path, { highWaterMark: pieceBytes }) as AsyncIterable<Buffer>) {
      yield checked(decoder.decode(chunk, { stream: true }))
    }
    yield checked(decoder.decode())
  } catch (cause) {
    if (!isNoText(cause)) throw cause
    throw new FileRefusal(
      'FILE_FORMAT',
      `The file holds bytes that are no ${encoding} text. Save it as UTF-8.`,
      undefined,
      {
        cause,
      },
    )
  }
}

function checked(text: string): string {
  if (!text.includes('\0')) return text
  throw new FileRefusal('FILE_FORMAT', 'The file holds zero bytes, as no text does. Save it as text in UTF-8.')
}

const isNoText = (error: unknown) => (error as NodeJS.ErrnoException).code === 'ERR_ENCODING_INVALID_ENCODED_DATA'
const pieceBytes = 2 ** 18
