import { Field, ID, InterfaceType } from 'type-graphql'

/** The words for what every entity has; `addNodes` writes the same for subgraphs that look up no node. */
export const nodeWords = {
  type: 'An object that can be asked for again by its id alone.',
  id: 'Stands for this object among all objects of the graph; opaque. Pass it to `node`.',
}

/** An object that can be asked for again, as Relay does. */
@InterfaceType('Node', { description: nodeWords.type })
export abstract class Node {
  @Field(() => ID, { description: nodeWords.id })
  id!: string
}

const types = new WeakMap<object, string>()

/** The object as a node of a type, from which its fields are resolved. */
export function asNode<T extends object>(type: string, value: T): T {
  types.set(value, type)
  return value
}

/** The type of which an object is a node. */
export const typeOfNode = (value: object): string | undefined => types.get(value)
