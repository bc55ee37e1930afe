import { type ASTNode, type DocumentNode, type FieldDefinitionNode, Kind, type ObjectTypeDefinitionNode } from 'graphql'
import { type AccessTable, directivesOf, everybody } from './access-rule.js'

type TypeNode = ObjectTypeDefinitionNode

const roots = ['Query', 'Mutation', 'Subscription']

/**
 * Writes the rules of a table into the SDL of a subgraph. Throws for a field of the API’s roots that has no row, so that
 * whoever adds one has to say for whom it is, and for a row that is about nothing.
 */
export function applyAccess(document: DocumentNode, table: AccessTable): DocumentNode {
  const used = new Set<string>()
  const guarded = <Node extends TypeNode | FieldDefinitionNode>(node: Node, coordinate: string): Node => {
    const rule = Object.hasOwn(table, coordinate) ? table[coordinate] : undefined
    if (!rule) return node
    used.add(coordinate)
    return rule === everybody ? node : { ...node, directives: [...(node.directives ?? []), ...directivesOf(rule)] }
  }
  const type = (node: TypeNode): TypeNode => {
    const name = node.name.value
    const fields = node.fields?.map((field) => {
      const coordinate = `${name}.${field.name.value}`
      if (roots.includes(name) && !isInternal(field) && !Object.hasOwn(table, coordinate))
        throw new Error(`Say in the table of access for whom ${coordinate} is.`)
      return guarded(field, coordinate)
    })
    return guarded({ ...node, fields }, name)
  }
  const definitions = document.definitions.map((node) =>
    node.kind === Kind.OBJECT_TYPE_DEFINITION ? type(node) : node,
  )
  const unused = Object.keys(table).filter((coordinate) => !used.has(coordinate))
  if (unused.length) throw new Error(`The table of access has rows about nothing: ${unused.join(', ')}.`)
  return { ...document, definitions }
}

/** True for what is for other parts of the platform, which ask with tokens of their own. */
const isInternal = (node: ASTNode & { directives?: readonly { name: { value: string } }[] }) =>
  node.directives?.some(({ name }) => name.value === 'inaccessible') ?? false
