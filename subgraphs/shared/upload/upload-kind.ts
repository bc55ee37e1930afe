import type { EntityClass } from '@mikro-orm/core'
import type { FilterQuery } from '@mikro-orm/postgresql'
import type { Upload } from './upload.js'
import { BatchState } from './upload-enums.js'

/** One kind of upload and the table it is kept in; its rows are in the table of that name with `_row` behind it. */
export interface UploadKind<B extends Upload> {
  entity: EntityClass<B>
  table: string
  /** Who sent it: limits, duplicates and turns in the queue are counted by sender. */
  senderOf(upload: B): string
  /** The uploads that wait for their sender: those announced and not sent, unless there are others. */
  waiting?: FilterQuery<B>
  /** The uploads whose bytes count as sent before, when the same bytes come again; all, unless there are others. */
  countsAsSent?: FilterQuery<B>
  /** The uploads of a sender. */
  ofSender(senderId: string): FilterQuery<B>
}

/** The uploads that wait for their sender, for a day at most and only a few of each. */
export const waitingFor = <B extends Upload>({ waiting }: UploadKind<B>): object =>
  waiting ?? { state: BatchState.RECEIVING }

/** A condition of one kind, out of conditions that hold for every kind. */
export function every<B extends Upload>(...conditions: readonly object[]): FilterQuery<B> {
  return { $and: conditions } as FilterQuery<B>
}
