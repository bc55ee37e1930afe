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

type Values = Readonly<Record<string, unknown>>

interface Counted {
  /** The variables that say how long a page may be. */
  pageSizes: readonly string[]
  /** Their values with which the operation costs no more than it may. */
  accepted: Set<string>
}

/** Counted once for each document, which the server keeps for as long as the schema is the same. */
const counted = new WeakMap<OperationDefinitionNode, Counted>()

/** What an operation costs where that is more than it may; undefined where it is not. */
export function costBeyondLimit(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  given: Values,
): number | undefined {
  const known = counted.get(operation) ?? { pageSizes: pageSizesIn(document), accepted: new Set() }
  counted.set(operation, known)
  const key = JSON.stringify(known.pageSizes.map((name) => [name in given, given[name]]))
  if (known.accepted.has(key)) return undefined
  const cost = costOf(schema, document, operation, given)
  if (cost > graphLimits.cost) return cost
  if (known.accepted.size < graphLimits.known.pageSizes) known.accepted.add(key)
  return undefined
}

/** The variables in arguments named `first`: no other value changes what an operation costs. */
function pageSizesIn(document: DocumentNode): string[] {
  const names = new Set<string>()
  const inValue: ASTVisitor = { [Kind.VARIABLE]: ({ name }: VariableNode) => void names.add(name.value) }
  visit(document, {
    [Kind.ARGUMENT]: ({ name, value }: ArgumentNode) => void (name.value === 'first' && visit(value, inValue)),
  })
  return [...names]
}
