/**
 * The document that an address names behind the graph’s own, `/graphql/sha256:HASH` (GraphQL over HTTP, appendix A); undefined where
 * it names none.
 */
export function documentInAddress(url = ''): string | undefined {
  const [, hash] = /^\/graphql\/sha256(?::|%3a)([^/?]*)/i.exec(url) ?? []
  return hash === undefined ? undefined : `sha256:${hash}`
}
