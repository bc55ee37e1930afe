import type { FetchNode, PlanNode, QueryPlanSelectionNode, ResponsePath } from '@apollo/query-planner'
import { isLeafType, isListType, isNonNullType } from 'graphql'
import type { PlanParts } from '../compile-plan.js'
import { Unsupported } from '../unsupported.js'
import { type FieldShape, ObjectShape, shapeOf } from './shape.js'

/** The number of the root object, which no subgraph answers as a whole. */
export const ROOT = 0

/** One fetch of a plan, with what it asks about. */
export interface Part {
  number: number
  node: FetchNode
  shape: ObjectShape
  /** Whose entities it asks about; undefined where it asks for root fields. */
  target: ObjectShape | undefined
}

/** Fetches one after the other, or at once. */
export type Order = { part: Part } | { inOrder: Order[] } | { atOnce: Order[] }

/** The fetches of a plan, each with the objects that it adds to. */
export interface SplicePlan {
  root: ObjectShape
  parts: Part[]
  order: Order
}

/** Reads a plan whose answers can be put together without taking them apart; refuses all others. */
export function splicePlan(node: PlanNode, parts: PlanParts, isMutation: boolean): SplicePlan {
  return new PlanReader(parts, isMutation).read(node)
}

class PlanReader {
  private readonly parts: Part[] = []
  private readonly root: ObjectShape

  constructor(
    private readonly plan: PlanParts,
    isMutation: boolean,
  ) {
    const { supergraphSchema: schema } = plan
    const type = isMutation ? schema.getMutationType() : schema.getQueryType()
    if (!type) throw new Unsupported('no root type')
    this.root = new ObjectShape(ROOT, type, [])
  }

  read(node: PlanNode): SplicePlan {
    const order = this.order(node, [])
    return { root: this.root, parts: this.parts, order }
  }

  private order(node: PlanNode, path: ResponsePath): Order {
    switch (node.kind) {
      case 'Fetch':
        return { part: this.part(node, path) }
      case 'Sequence':
        return { inOrder: node.nodes.map((inner) => this.order(inner, path)) }
      case 'Parallel':
        return { atOnce: node.nodes.map((inner) => this.order(inner, path)) }
      case 'Flatten':
        return this.order(node.node, [...path, ...node.path])
      default:
        throw new Unsupported(node.kind)
    }
  }

  private part(node: FetchNode, path: ResponsePath): Part {
    const number = this.parts.length + 1
    const shape = shapeOf(this.plan.supergraphSchema, node, number)
    if (!node.requires && path.length) throw new Unsupported('fetch below the root')
    const target = node.requires && this.objectAt(path)
    if (target && target.type !== shape.type) throw new Unsupported(shape.type.name)
    const owner = target ?? this.root
    owner.attached.push({ part: number, shape })
    const part = { number, node, shape, target }
    this.parts.push(part)
    return part
  }

  /** The objects at a path, as the fetch has answered them that found them. */
  private objectAt(path: ResponsePath): ObjectShape {
    let object = this.root
    for (let index = 0; index < path.length; index += 1) {
      const name = path[index]
      const field = fieldOf(object, String(name))
      const isList = isListType(isNonNullType(field.type) ? field.type.ofType : field.type)
      if (isList !== (path[index + 1] === '@') || !field.object) throw new Unsupported(String(name))
      if (isList) index += 1
      object = field.object
    }
    return object
  }
}

function fieldOf({ fields, attached }: ObjectShape, name: string): FieldShape {
  const all = [...fields, ...attached.flatMap(({ shape }) => shape.fields)].filter((field) => field.name === name)
  const [field] = all
  if (!field || all.length > 1) throw new Unsupported(name)
  return field
}

/** The names of the fields with which a subgraph finds entities of a type. Refuses whatever is more than names. */
export function requiredFields(node: FetchNode, type: string): string[] {
  return (node.requires ?? []).flatMap((selection) => requiredOf(selection, type))
}

function requiredOf(selection: QueryPlanSelectionNode, type: string): string[] {
  if (selection.kind === 'Field') {
    if (selection.selections || selection.alias) throw new Unsupported(selection.name)
    return [selection.name]
  }
  const { typeCondition = type } = selection
  if (typeCondition !== type) throw new Unsupported(typeCondition)
  return selection.selections.flatMap((inner) => requiredOf(inner, type))
}

/** True for what is a text or a number, and not more. */
export const isPlain = ({ type, object }: FieldShape) =>
  object === undefined && (type === undefined || isLeafType(isNonNullType(type) ? type.ofType : type))
