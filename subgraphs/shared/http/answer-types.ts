import { HeaderMap, type HTTPGraphQLResponse } from '@apollo/server'

/** The content types that Apollo Server has chosen for the Accept headers of clients that had an answer. */
export class AnswerTypes {
  private readonly types = new Map<string, HeaderMap>()

  /** The headers with the type. */
  known(accept = ''): HeaderMap | undefined {
    return this.types.get(accept)
  }

  /** Keeps what an answer without errors was sent as. */
  learn(accept = '', { status, headers, body }: HTTPGraphQLResponse): void {
    const type = headers.get('content-type')
    const isAnswer = (status ?? 200) === 200 && body.kind === 'complete' && body.string.startsWith('{"data"')
    if (isAnswer && type && this.types.size < mostAcceptHeaders)
      this.types.set(accept, new HeaderMap([['content-type', type]]))
  }
}

const mostAcceptHeaders = 100
