import type { GraphQLError } from 'graphql'
import type { GatewayContext } from '../data-source/gateway-context.js'
import type { ReceivedAnswers } from './fetch-request.js'
import type { Entity } from './representations.js'

/** One execution of an operation. */
export interface Run {
  variables: Readonly<Record<string, unknown>>
  conditions: Readonly<Record<string, boolean>>
  context: GatewayContext
  /** What has been asked already, so that it is not asked again. */
  received: ReceivedAnswers
  /** What the subgraphs have answered, merged into one tree. */
  data: Entity
  errors: GraphQLError[]
}

/** A step of a plan: does its part for the objects it stands on. */
export type Step = (run: Run, targets: readonly Entity[]) => Promise<void>
