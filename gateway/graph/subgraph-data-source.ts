import type { GraphQLDataSource, GraphQLDataSourceProcessOptions } from '@apollo/gateway'
import type { ViewerClaims } from '../../subgraphs/reference/viewer.js'
import type { InternalClient } from '../../subgraphs/shared/http/internal-client.js'

/** What the gateway knows of one request. */
export interface GatewayContext {
  claims: ViewerClaims | undefined
  requestId: string
}

/** Fetches from one subgraph, each time with a token made for that subgraph and this viewer. */
export class SubgraphDataSource implements GraphQLDataSource<GatewayContext> {
  constructor(private readonly client: InternalClient) {}

  async process(options: GraphQLDataSourceProcessOptions<GatewayContext>) {
    if (!('incomingRequestContext' in options)) throw new Error('The schema is a file; nothing else is asked.')
    const { query, variables, operationName } = options.request
    const { claims, requestId } = options.context
    const { data, errors } = await this.client.send<Record<string, unknown>>(
      { query, variables, operationName },
      claims,
      requestId,
    )
    return { data, errors }
  }
}
