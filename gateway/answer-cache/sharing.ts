import { GraphQLError, type GraphQLSchema, Kind, OperationTypeNode, TypeInfo, visit, visitWithTypeInfo } from 'graphql'
import { readDocument } from '../graph/read-document.js'

/** Whether an answer may be kept for others: it is the same for everybody, it changes something, or neither. */
export type Sharing = 'SHARED' | 'CHANGES' | 'OWN'

/** Decides by the text alone; what is not valid or not plain is nobody’s but the asker’s. */
export function sharingOf(schema: GraphQLSchema, sharedFields: ReadonlySet<string>, text: string): Sharing {
  const document = readDocument(text)
  if (document instanceof GraphQLError) return 'OWN'
  const operations = document.definitions.filter((node) => node.kind === Kind.OPERATION_DEFINITION)
  if (operations.length !== 1) return 'OWN'
  if (operations[0]?.operation === OperationTypeNode.MUTATION) return 'CHANGES'
  if (operations[0]?.operation !== OperationTypeNode.QUERY) return 'OWN'
  const types = new TypeInfo(schema)
  let isShared = true
  visit(
    document,
    visitWithTypeInfo(types, {
      [Kind.FIELD]: ({ name }) => {
        const coordinate = `${types.getParentType()?.name}.${name.value}`
        if (name.value !== '__typename' && !sharedFields.has(coordinate)) isShared = false
      },
    }),
  )
  return isShared ? 'SHARED' : 'OWN'
}
