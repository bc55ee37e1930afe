import {
  type DocumentNode,
  type FieldNode,
  GraphQLError,
  type GraphQLSchema,
  getArgumentValues,
  getOperationAST,
  getVariableValues,
  Kind,
  type OperationDefinitionNode,
  OperationTypeNode,
  print,
  validate,
  visit,
} from 'graphql'
import { badRequest } from '../../subgraphs/shared/errors.js'
import { readDocument } from '../graph/read-document.js'
import { type LiveField, liveFields } from './live-fields.js'

type Values = Readonly<Record<string, unknown>>

/** The variable that carries the id of what an event is about. */
export const eventVariable = '_liveId'

/** A subscription, and the query that answers each of its events. */
export interface LiveOperation {
  field: LiveField
  /** The same selection under the same name, asked of what the event is about. */
  query: string
  /** The arguments of the field, and the variables that the query takes. Throws BAD_REQUEST for values that do not fit. */
  valuesOf(variables: Values): { args: Values; variables: Values }
}

/** Reads a subscription. Throws BAD_REQUEST, with what to do, for anything else. */
export function readLiveOperation(schema: GraphQLSchema, text: string, operationName: string): LiveOperation {
  const document = readDocument(text)
  if (document instanceof GraphQLError) throw badRequest(document.message, { cause: document })
  const operation = getOperationAST(document, operationName || undefined)
  if (!operation) throw badRequest('Say by operationName which operation of the document to run.')
  if (operation.operation !== OperationTypeNode.SUBSCRIPTION)
    throw badRequest('Only subscriptions are answered by a stream of events.', {
      hint: 'Send this one with “Accept: application/json”.',
    })
  const [problem] = validate(schema, document)
  if (problem) throw badRequest(problem.message)
  const node = rootField(operation)
  const definition = schema.getSubscriptionType()?.getFields()[node.name.value]
  const field = liveFields[node.name.value]
  if (!definition || !field) throw badRequest(`${node.name.value} cannot be followed.`)
  const { text: query, used } = asQuery(document, operation, node, field)
  return {
    field,
    query,
    valuesOf: (given) => {
      const { coerced, errors } = getVariableValues(schema, operation.variableDefinitions ?? [], given, {
        maxErrors: 1,
      })
      if (!coerced) throw badRequest(errors[0]?.message ?? 'The variables do not fit.')
      const variables = Object.fromEntries(Object.entries(given).filter(([name]) => used.has(name)))
      return { args: getArgumentValues(definition, node, coerced), variables }
    },
  }
}

/** Whoever leaves the field out by a condition, or hides it in a fragment, would follow nothing that can be told. */
function rootField({ selectionSet }: OperationDefinitionNode): FieldNode {
  const [node] = selectionSet.selections
  if (node?.kind === Kind.FIELD && selectionSet.selections.length === 1 && !node.directives?.length) return node
  throw badRequest('Write the field that you subscribe to directly under the subscription, without a directive.')
}

function asQuery(document: DocumentNode, operation: OperationDefinitionNode, node: FieldNode, field: LiveField) {
  const named = (value: string) => ({ kind: Kind.NAME, value }) as const
  const variable = { kind: Kind.VARIABLE, name: named(eventVariable) } as const
  const asked: FieldNode = {
    ...node,
    alias: node.alias ?? named(node.name.value),
    name: named(field.query),
    arguments: [{ kind: Kind.ARGUMENT, name: named(field.key), value: variable }],
  }
  const fragments = document.definitions.filter(({ kind }) => kind === Kind.FRAGMENT_DEFINITION)
  const used = variablesIn({ kind: Kind.DOCUMENT, definitions: [withoutVariables(operation, asked), ...fragments] })
  const id = { kind: Kind.NON_NULL_TYPE, type: { kind: Kind.NAMED_TYPE, name: named('ID') } } as const
  const query: OperationDefinitionNode = {
    ...withoutVariables(operation, asked),
    variableDefinitions: [
      ...(operation.variableDefinitions ?? []).filter((each) => used.has(each.variable.name.value)),
      { kind: Kind.VARIABLE_DEFINITION, variable, type: id },
    ],
  }
  return { text: print({ kind: Kind.DOCUMENT, definitions: [query, ...fragments] }), used }
}

const withoutVariables = (operation: OperationDefinitionNode, node: FieldNode): OperationDefinitionNode => ({
  ...operation,
  operation: OperationTypeNode.QUERY,
  variableDefinitions: [],
  selectionSet: { kind: Kind.SELECTION_SET, selections: [node] },
})

function variablesIn(document: DocumentNode): Set<string> {
  const names = new Set<string>()
  visit(document, { [Kind.VARIABLE]: ({ name }) => void names.add(name.value) })
  names.delete(eventVariable)
  return names
}
