import type { QuickOperation, WholeAnswer } from '../../subgraphs/shared/http/graphql-http.js'
import type { GatewayContext } from '../data-source/gateway-context.js'
import type { CompiledExecutor } from '../executor/compiled-executor.js'
import type { ExecutedAnswer } from '../executor/compiled-operation.js'
import { SplicedJson, stringifyAnswer, WrittenJson } from '../executor/written-json.js'
import type { OperationAccess } from '../policy/operation-access.js'
import { knownCost } from './accepted-costs.js'
import { graphLimits } from './limits.js'

/**
 * Answers operations that are compiled, and so valid, without parsing, validating and announcing them again. Undefined for
 * whatever is unusual: the server then looks at it from the start, and takes over what has been executed.
 */
export const quickAnswer =
  (executor: CompiledExecutor, access: OperationAccess) =>
  async (
    { query, operationName, variables }: QuickOperation,
    context: GatewayContext,
  ): Promise<WholeAnswer | undefined> => {
    const operation = executor.compiled(query, operationName)
    if (!operation || operation.check(variables).length) return undefined
    const conditions = operation.conditionsIn(variables)
    if (!conditions) return undefined
    const { schema, document, node } = operation
    if (access.refusal({ schema, document, operation: node }, context.claims)) return undefined
    const cost = knownCost(schema, document, node, variables)
    if (cost > graphLimits.cost) return undefined
    await context.spend?.(cost)
    executor.counts.compiled += 1
    const executed = operation.run(variables, conditions, context)
    const { data, errors, extensions } = await executed.catch(failed)
    if (data instanceof SplicedJson) {
      executor.counts.spliced += 1
      return data.answer
    }
    if (data instanceof WrittenJson && !errors && !extensions) return stringifyAnswer({ data })
    context.executed = executed
    return undefined
  }

/** The server takes the failure over with the rest, and tells of it. */
const failed = (): ExecutedAnswer => ({})
