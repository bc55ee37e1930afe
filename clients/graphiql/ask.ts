import type { GraphiQLProps } from 'graphiql'

/** Asks our own graph, with the headers of the editor beside the session of the page. */
export const ask: GraphiQLProps['fetcher'] = async (question, { headers } = {}) => {
  const response = await fetch('/graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(question),
  })
  return response.json()
}

/** The headers that stand in the editor; none while they are not an object of texts. */
export function headersIn(text: string | null | undefined): Record<string, string> {
  try {
    const value: unknown = JSON.parse(text || '{}')
    if (typeof value !== 'object' || value === null) return {}
    return Object.fromEntries(Object.entries(value).filter(([, header]) => typeof header === 'string'))
  } catch {
    // They are being typed.
    return {}
  }
}
