import {
  type ArgumentNode,
  type ASTVisitor,
  type DocumentNode,
  type GraphQLSchema,
  Kind,
  type OperationDefinitionNode,
  type VariableNode,
  visit,
} from 'graphql'
import { costOf } from './cost.js'
import { graphLimits } from './limits.js'
import { slicingArgumentsIn } from './stated-costs.js'

type Values = Readonly<Record<string, unknown>>

interface Counted {
  /** The variables that say how long a page may be. */
  pageSizes: readonly string[]
  /** What the operation costs with values of theirs. */
  costs: Map<string, number>
}

/** Counted once for each document, which the server keeps for as long as the schema is the same. */
const counted = new WeakMap<OperationDefinitionNode, Counted>()

/** What an operation costs, counted once for all sizes of its pages that are alike. */
export function knownCost(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  given: Values,
): number {
  const known = counted.get(operation) ?? begin(schema, document, operation)
  const key = JSON.stringify(known.pageSizes.map((name) => [name in given, given[name]]))
  const earlier = known.costs.get(key)
  if (earlier !== undefined) return earlier
  const cost = costOf(schema, document, operation, given)
  if (known.costs.size < graphLimits.known.pageSizes) known.costs.set(key, cost)
  return cost
}

function begin(schema: GraphQLSchema, document: DocumentNode, operation: OperationDefinitionNode): Counted {
  const begun = { pageSizes: pageSizesIn(document, slicingArgumentsIn(schema)), costs: new Map() }
  counted.set(operation, begun)
  return begun
}

/** The variables in arguments that say how long something is: no other value changes what an operation costs. */
function pageSizesIn(document: DocumentNode, slicing: ReadonlySet<string>): string[] {
  const names = new Set<string>()
  const inValue: ASTVisitor = { [Kind.VARIABLE]: ({ name }: VariableNode) => void names.add(name.value) }
  visit(document, {
    [Kind.ARGUMENT]: ({ name, value }: ArgumentNode) => void (slicing.has(name.value) && visit(value, inValue)),
  })
  return [...names]
}
