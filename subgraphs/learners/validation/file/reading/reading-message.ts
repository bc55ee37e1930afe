import type { MessagePort } from 'node:worker_threads'
import type { RefusalCode } from '../../../../shared/workbook/refusal.js'
import type { ValidationShape } from '../validation-batch.js'
import type { FileFacts } from './file-reading.js'

/** What the thread that reads is asked to do; it answers at the port. */
export interface ReadingRequest {
  port: MessagePort
  path: string
  /**
   * Where there is one, the rows are wanted: a text for each word that comes through the port. Where there is none, some of them
   * are shown on the way, at most one for each word.
   */
  shape: ValidationShape | undefined
}

/** What it answers: nothing more to come, a text, what was found out, or why it cannot go on. */
export type ReadingAnswer =
  | { kind: 'END' }
  | { kind: 'TEXT'; text: string }
  | { kind: 'FACTS'; facts: FileFacts }
  | { kind: 'REFUSED'; code: RefusalCode; message: string; place: string | undefined }
  | { kind: 'FAILED'; error: unknown }
