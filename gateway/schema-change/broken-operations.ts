import { type DocumentNode, GraphQLError, type GraphQLSchema, getOperationAST, validate } from 'graphql'
import { costAtMost } from '../graph/cost.js'
import { graphLimits } from '../graph/limits.js'
import { readDocument } from '../graph/read-document.js'
import { coordinateOf } from './coordinates.js'

/** An operation that somebody’s program runs. */
export interface KnownOperation {
  /** The account that has registered it, or whose pages came with it. */
  partner: string
  name: string
  /** Which version of its name, where there are several. */
  version?: number
  text: string
}

/** What stands in the way of an operation. */
export interface OperationProblem {
  /** What of the schema it points at, such as `Type.field`; null where it is not one place. */
  coordinate: string | null
  message: string
}

/** An operation that a schema does not let run. */
export interface BrokenOperation extends Omit<KnownOperation, 'text'> {
  problems: OperationProblem[]
}

const shownProblems = 5

/** What of an operation a schema breaks: what it no longer knows, and a cost that has grown beyond what may be. Empty when it runs. */
export function problemsOf(schema: GraphQLSchema, text: string): OperationProblem[] {
  const document = readDocument(text)
  if (document instanceof GraphQLError) return [{ coordinate: null, message: document.message }]
  const errors = validate(schema, document).slice(0, shownProblems)
  if (errors.length) return errors.map((error) => problemIn(schema, document, error))
  const operation = getOperationAST(document)
  const cost = operation ? costAtMost(schema, document, operation) : 0
  if (cost <= graphLimits.cost) return []
  const message = `It may bring back ${cost} objects now, and ${graphLimits.cost} may be.`
  return [{ coordinate: null, message }]
}

/** Those of the operations that a schema breaks. */
export function brokenOperations(schema: GraphQLSchema, operations: readonly KnownOperation[]): BrokenOperation[] {
  return operations.flatMap(({ text, ...operation }) => {
    const problems = problemsOf(schema, text)
    return problems.length ? [{ ...operation, problems }] : []
  })
}

/** A broken operation in a sentence for people who have to find its author. */
export function sentenceOf({ partner, name, version, problems }: BrokenOperation): string {
  const which = version === undefined ? name : `${name} (version ${version})`
  const why = problems.map(({ coordinate, message }) => (coordinate === null ? message : `${coordinate}: ${message}`))
  return `${partner}: ${which} breaks. ${why.join(' ')}`
}

/** The last place that an error names is where the document meets the schema. */
function problemIn(schema: GraphQLSchema, document: DocumentNode, { nodes, message }: GraphQLError): OperationProblem {
  const place = nodes?.at(-1)
  return { coordinate: place ? coordinateOf(schema, document, place) : null, message }
}
