import { type GraphQLObjectType, type GraphQLSchema, isInterfaceType, isObjectType } from 'graphql'
import { keyOf } from './entity-key.js'
import { toGlobalId } from './global-id.js'
import { typeOfNode } from './node.js'

/** Resolves the global ids of a schema’s nodes from their keys, and the type of a node that was looked up. */
export function resolveNodes(schema: GraphQLSchema): void {
  const node = schema.getType('Node')
  if (!isInterfaceType(node)) return
  node.resolveType = typeOfNode
  for (const type of Object.values(schema.getTypeMap()))
    if (isObjectType(type) && type.getInterfaces().includes(node)) resolveId(type)
}

function resolveId(type: GraphQLObjectType): void {
  const fields = type.getFields()
  const key = type.astNode && keyOf(type.astNode)
  const keyField = key ? fields[key] : undefined
  if (!fields.id || !keyField) throw new Error(`${type.name} is a node, and has no key that its id could be made of.`)
  const { name, resolve } = keyField
  fields.id.resolve = async (source, args, context, info) => {
    const value = resolve ? await resolve(source, args, context, info) : source[name]
    return toGlobalId({ type: type.name, key: String(value) })
  }
}
