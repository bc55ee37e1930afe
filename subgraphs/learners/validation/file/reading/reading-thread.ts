import { on } from 'node:events'
import { MessageChannel, Worker, type WorkerOptions } from 'node:worker_threads'
import { FileRefusal } from '../../../../shared/workbook/refusal.js'
import type { ValidationShape } from '../validation-batch.js'
import type { FileFacts, FileReading } from './file-reading.js'
import type { ReadingAnswer, ReadingRequest } from './reading-message.js'

// Rows pass through: with little room for what is new garbage is collected often, and there is little of it.
const resourceLimits = { maxYoungGenerationSizeMb: 16 }

/**
 * Reads validation files in a thread of its own, ahead of whoever works on the rows. Where the thread ends by itself, so does the
 * process: whoever starts it again has its files continued.
 */
export class ReadingThread implements FileReading {
  private constructor(private readonly worker: Worker) {}

  /** Starts the thread, which stands ready before the first file comes. */
  static start(program = new URL('reading-main.js', import.meta.url), options: WorkerOptions = {}): ReadingThread {
    const worker = new Worker(program, { resourceLimits, ...options })
    worker.unref()
    return new ReadingThread(worker)
  }

  async inspect(path: string, show?: (text: string) => void): Promise<FileFacts> {
    for await (const answer of this.ask(path)) {
      if (answer.kind === 'FACTS') return answer.facts
      if (answer.kind !== 'TEXT') throw failureIn(answer)
      show?.(answer.text)
    }
    throw nobodyReads()
  }

  async *read(path: string, shape: ValidationShape): AsyncGenerator<string> {
    for await (const answer of this.ask(path, shape)) {
      if (answer.kind === 'END') return
      if (answer.kind !== 'TEXT') throw failureIn(answer)
      yield answer.text
    }
    throw nobodyReads()
  }

  async stop(): Promise<void> {
    await this.worker.terminate()
  }

  /** The answers to a request, each asked for when the one before was taken. */
  private async *ask(path: string, shape?: ValidationShape): AsyncGenerator<ReadingAnswer> {
    const { port1, port2 } = new MessageChannel()
    const answers = on(port1, 'message', { close: ['close'] })
    this.worker.postMessage({ port: port2, path, shape } satisfies ReadingRequest, [port2])
    try {
      port1.postMessage('next')
      for await (const [answer] of answers) {
        yield answer
        port1.postMessage('next')
      }
    } finally {
      port1.close()
    }
  }
}

/** The thread has closed its end, as it does only when it is gone. */
const nobodyReads = () => new Error('The thread that reads files is gone.')

const failureIn = (answer: ReadingAnswer): unknown => {
  if (answer.kind === 'REFUSED') return new FileRefusal(answer.code, answer.message, answer.place)
  return answer.kind === 'FAILED' ? answer.error : new Error(`The thread that reads has answered ${answer.kind}.`)
}
