import { createHash } from 'node:crypto'
import {
  GraphQLError,
  type GraphQLSchema,
  Kind,
  type OperationDefinitionNode,
  OperationTypeNode,
  validate,
} from 'graphql'
import { costAtMost } from '../graph/cost.js'
import { checkDocument } from '../graph/document-size.js'
import { graphLimits } from '../graph/limits.js'
import { readDocument } from '../graph/read-document.js'
import { readLiveOperation } from '../live/live-operation.js'
import type { OperationDraft } from './manifest.js'
import type { OperationKind } from './registered-operation.js'

/** What is found of an operation before it is accepted. */
export interface JudgedOperation {
  name: string
  kind: OperationKind
  operationId: string
  text: string
  /** Objects that it brings back at most, every page as long as pages may be. */
  cost: number
  /** Why it cannot be registered, in sentences; empty when it can. */
  problems: string[]
}

/** The name of a text by which clients ask for it. */
export const operationIdOf = (text: string): string => createHash('sha256').update(text).digest('hex')

const longestName = 80
const shownProblems = 5

/** Tells what an operation would cost, and everything that stands against it. */
export function judgeOperation(schema: GraphQLSchema, { id, name: given, text }: OperationDraft): JudgedOperation {
  const operationId = operationIdOf(text)
  const unread = { name: given?.slice(0, longestName) ?? '', kind: 'QUERY' as const, operationId, text, cost: 0 }
  const refused = (...problems: string[]): JudgedOperation => ({
    ...unread,
    problems: problems.slice(0, shownProblems),
  })
  const document = readDocument(text)
  if (document instanceof GraphQLError) return refused(document.message)
  const operations = document.definitions.filter((definition) => definition.kind === Kind.OPERATION_DEFINITION)
  const [operation] = operations
  const name = operation?.name?.value
  if (!operation || operations.length !== 1) return refused('A text has to hold exactly one operation.')
  if (!name || name.length > longestName) return refused(`Name the operation, in at most ${longestName} characters.`)
  if (given !== undefined && given !== name)
    return refused(`The manifest calls it ${given.slice(0, longestName)}, its text ${name}.`)
  if (id !== undefined && hashLike(id) && hashIn(id) !== operationId)
    return refused('Its id is not the SHA-256 of its text.')
  const errors = validate(schema, document)
  if (errors.length) return refused(...errors.map(({ message }) => message))
  const problem =
    problemWith(() => checkDocument(document)) ?? problemWith(() => checkSubscription(schema, operation, text))
  if (problem) return refused(problem)
  const cost = costAtMost(schema, document, operation)
  const judged = { ...unread, name, kind: kinds[operation.operation], cost, problems: [] as string[] }
  if (cost > graphLimits.cost)
    judged.problems.push(
      `It may bring back ${cost} objects, and ${graphLimits.cost} may be. Give its lists smaller pages in the text.`,
    )
  return judged
}

const kinds = {
  [OperationTypeNode.QUERY]: 'QUERY',
  [OperationTypeNode.MUTATION]: 'MUTATION',
  [OperationTypeNode.SUBSCRIPTION]: 'SUBSCRIPTION',
} as const
const hashLike = (id: string) => /^(sha256:)?[0-9a-f]{64}$/.test(id)
const hashIn = (id: string) => id.replace('sha256:', '')

function checkSubscription(schema: GraphQLSchema, { operation, name }: OperationDefinitionNode, text: string): void {
  if (operation === OperationTypeNode.SUBSCRIPTION) readLiveOperation(schema, text, name?.value ?? '')
}

/** What a check says that it throws. */
function problemWith(check: () => void): string | undefined {
  try {
    check()
    return undefined
  } catch (error) {
    if (error instanceof GraphQLError) return error.message
    throw error
  }
}
