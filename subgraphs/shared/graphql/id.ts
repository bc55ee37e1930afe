import { notFound } from '../errors.js'

/** True for text that can be a UUID; the database refuses to compare anything else. */
export const isUuid = (text: string) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text)

/** The id as a UUID. Throws NOT_FOUND for any other text, because nothing has such an id. */
export function uuid(id: string): string {
  if (!isUuid(id)) throw notFound('There is nothing with this id, or it is not yours.')
  return id
}
