import 'reflect-metadata'
import { on } from 'node:events'
import { type MessagePort, parentPort } from 'node:worker_threads'
import { readAhead } from '../../../../shared/upload/read-ahead.js'
import { FileRefusal } from '../../../../shared/workbook/refusal.js'
import { FileReader } from './file-reader.js'
import type { ReadingAnswer, ReadingRequest } from './reading-message.js'

// The thread that reads validation files.
const reader = new FileReader()
parentPort?.on('message', (request: ReadingRequest) => void serve(request))

async function serve({ port, path, shape }: ReadingRequest): Promise<void> {
  const answer = (message: ReadingAnswer) => port.postMessage(message)
  try {
    if (!shape) answer({ kind: 'FACTS', facts: await reader.inspect(path, showing(port, answer)) })
    else if (await handOver(reader.read(path, shape), port, answer)) answer({ kind: 'END' })
  } catch (error) {
    answer(failure(error))
  }
}

/** Shows a text to whoever has taken the one before; the others are passed over, for nobody waits. */
function showing(port: MessagePort, answer: (message: ReadingAnswer) => void): (text: string) => void {
  let isWanted = false
  port.on('message', () => {
    isWanted = true
  })
  return (text) => {
    if (isWanted) answer({ kind: 'TEXT', text })
    isWanted = false
  }
}

/** Reads on while the text before is worked on; false when nobody wants any more. */
async function handOver(
  texts: AsyncIterable<string>,
  port: MessagePort,
  answer: (message: ReadingAnswer) => void,
): Promise<boolean> {
  const wishes = on(port, 'message', { close: ['close'] })
  for await (const text of readAhead(texts)) {
    if ((await wishes.next()).done) return false
    answer({ kind: 'TEXT', text })
  }
  return true
}

const failure = (error: unknown): ReadingAnswer =>
  error instanceof FileRefusal
    ? { kind: 'REFUSED', code: error.code, message: error.message, place: error.place }
    : { kind: 'FAILED', error }
