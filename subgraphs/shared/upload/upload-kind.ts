import type { EntityClass } from '@mikro-orm/core'
import type { FilterQuery } from '@mikro-orm/postgresql'
import type { Upload } from './upload.js'

/** One kind of upload and the table it is kept in; its rows are in the table of that name with `_row` behind it. */
export interface UploadKind<B extends Upload> {
  entity: EntityClass<B>
  table: string
  /** Who sent it: limits, duplicates and turns in the queue are counted by sender. */
  senderOf(upload: B): string
  /** The uploads of a sender. */
  ofSender(senderId: string): FilterQuery<B>
}

/** A condition of one kind, out of conditions that hold for every kind. */
export function every<B extends Upload>(...conditions: readonly object[]): FilterQuery<B> {
  return { $and: conditions } as FilterQuery<B>
}
