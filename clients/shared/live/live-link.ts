import { ApolloLink, Observable } from '@apollo/client'

/**
 * Subscribes over Server-Sent Events, by the hash of the operation. The browser comes back by itself where a line is lost,
 * behind the last event that it has heard; where it is refused, what follows it hears so.
 */
export const liveLink = new ApolloLink(
  ({ extensions, variables }) =>
    new Observable((observer) => {
      const search = new URLSearchParams({
        documentId: `sha256:${extensions.persistedQuery.sha256Hash}`,
        variables: JSON.stringify(variables),
      })
      const line = new EventSource(`/graphql?${search}`)
      line.addEventListener('next', ({ data }: MessageEvent<string>) => observer.next(JSON.parse(data)))
      line.addEventListener('complete', () => {
        line.close()
        observer.complete()
      })
      line.addEventListener('error', () => {
        if (line.readyState === EventSource.CLOSED) observer.error(new Error('There is no line to listen on.'))
      })
      return () => line.close()
    }),
)
