/** What a global id stands for: one object of a type, by its key. */
export interface NodeReference {
  type: string
  key: string
}

/** The id of an object among all objects of the graph; opaque to callers. */
export const toGlobalId = ({ type, key }: NodeReference): string => Buffer.from(`${type}:${key}`).toString('base64url')

/** What a global id stands for; undefined for a text that is none. */
export function fromGlobalId(id: string): NodeReference | undefined {
  const text = Buffer.from(id, 'base64url').toString('utf8')
  const [, type, key] = /^([A-Za-z]\w*):(.+)$/s.exec(text) ?? []
  return type && key && toGlobalId({ type, key }) === id ? { type, key } : undefined
}
