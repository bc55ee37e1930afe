import { type DefinitionNode, type DocumentNode, Kind, type ObjectTypeDefinitionNode, parse } from 'graphql'
import { keyOf } from './entity-key.js'
import { nodeWords } from './node.js'

const parsed = parse(`
  "${nodeWords.type}"
  interface Node { "${nodeWords.id}" id: ID! }
  type Entity implements Node { "${nodeWords.id}" id: ID! @shareable }`)
const [nodeInterface, entity] = parsed.definitions as [DefinitionNode, ObjectTypeDefinitionNode]

/**
 * Makes each entity of a subgraph a node: it gets a global id beside its key, in every subgraph that knows it, so that no
 * other has to be asked for it. Throws for an entity that has an `id` of its own, which would mean two things.
 */
export function addNodes(document: DocumentNode): DocumentNode {
  const isNode = (node: DefinitionNode) => node.kind === Kind.INTERFACE_TYPE_DEFINITION && node.name.value === 'Node'
  const definitions = document.definitions.map((node) =>
    node.kind === Kind.OBJECT_TYPE_DEFINITION && keyOf(node) ? asNodeType(node) : node,
  )
  return { ...document, definitions: definitions.some(isNode) ? definitions : [...definitions, nodeInterface] }
}

function asNodeType(node: ObjectTypeDefinitionNode): ObjectTypeDefinitionNode {
  if (node.fields?.some(({ name }) => name.value === 'id'))
    throw new Error(`${node.name.value} has an id of its own; name it after the type, as other keys are.`)
  return {
    ...node,
    interfaces: [...(node.interfaces ?? []), ...(entity.interfaces ?? [])],
    fields: [...(entity.fields ?? []), ...(node.fields ?? [])],
  }
}
