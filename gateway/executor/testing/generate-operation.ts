import {
  type GraphQLArgument,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isAbstractType,
  isCompositeType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isObjectType,
  isRequiredArgument,
  isRequiredInputField,
  isUnionType,
} from 'graphql'
import type { Chance } from './chance.js'

export interface GeneratedOperation {
  query: string
  variables: Record<string, unknown>
}

const deepest = 6

/** Operations over a schema with whatever the language has, valid more often than not. */
export class OperationGenerator {
  private definitions: string[] = []
  private fragments: string[] = []
  private variables: Record<string, unknown> = {}

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly chance: Chance,
  ) {}

  make(): GeneratedOperation {
    this.definitions = []
    this.fragments = []
    this.variables = {}
    const isChange = this.chance.happens(0.1)
    const root = isChange ? this.schema.getMutationType() : this.schema.getQueryType()
    if (!root) throw new Error('The schema has no root.')
    const selection = this.selection(root, 0)
    const definitions = this.definitions.length ? `(${this.definitions.join(', ')})` : ''
    const operation = `${isChange ? 'mutation' : 'query'} Made${definitions} ${selection}`
    return { query: [operation, ...this.fragments].join('\n'), variables: this.variables }
  }

  private selection(type: GraphQLCompositeType, depth: number): string {
    const count = depth === 0 ? 1 + this.chance.below(2) : 1 + this.chance.below(5)
    const parts = Array.from({ length: count }, () => this.selected(type, depth))
    return `{ ${parts.join(' ')} }`
  }

  private selected(type: GraphQLCompositeType, depth: number): string {
    if (isUnionType(type) || this.chance.happens(depth ? 0.2 : 0.1)) return this.fragment(type, depth)
    if (this.chance.happens(0.08)) return `${this.alias()}__typename${this.directive()}`
    const fields = Object.values(type.getFields()).filter(
      (field) => depth < deepest || !isCompositeType(getNamedType(field.type)),
    )
    return fields.length ? this.field(this.chance.pick(fields), depth) : '__typename'
  }

  private field(field: GraphQLField<unknown, unknown>, depth: number): string {
    const args = field.args.flatMap((arg) => this.argument(arg))
    const named = getNamedType(field.type)
    const inner = isCompositeType(named) ? ` ${this.selection(named, depth + 1)}` : ''
    return `${this.alias()}${field.name}${args.length ? `(${args.join(', ')})` : ''}${this.directive()}${inner}`
  }

  private fragment(type: GraphQLCompositeType, depth: number): string {
    const conditions = isAbstractType(type)
      ? [type, ...this.schema.getPossibleTypes(type)]
      : [type, ...typesAbove(type)]
    if (depth > deepest + 2) return '__typename'
    const condition = this.chance.pick(conditions)
    if (this.chance.happens(0.3)) return `...${this.directive()} ${this.selection(type, depth + 1)}`
    const body = this.selection(condition, depth + 1)
    if (this.chance.happens(0.5)) return `... on ${condition.name}${this.directive()} ${body}`
    const name = `F${this.fragments.length}`
    this.fragments.push(`fragment ${name} on ${condition.name} ${body}`)
    return `...${name}${this.directive()}`
  }

  private alias(): string {
    return this.chance.happens(0.15) ? `a${this.chance.below(4)}: ` : ''
  }

  private directive(): string {
    if (!this.chance.happens(0.1)) return ''
    const value = this.chance.happens(0.3) ? String(this.chance.happens(0.5)) : this.condition()
    return ` @${this.chance.pick(['skip', 'include'])}(if: ${value})`
  }

  private condition(): string {
    const name = `c${this.chance.below(3)}`
    const hasDefault = name === 'c0'
    const definition = `$${name}: Boolean${hasDefault ? ' = true' : '!'}`
    if (!this.definitions.includes(definition)) {
      this.definitions.push(definition)
      if (!hasDefault || this.chance.happens(0.5)) this.variables[name] = this.chance.happens(0.5)
    }
    return `$${name}`
  }

  private argument(arg: GraphQLArgument): string[] {
    if (!isRequiredArgument(arg) && this.chance.happens(0.6)) return []
    const name = `v${this.definitions.length}`
    this.definitions.push(`$${name}: ${arg.type}`)
    // Now and then a value that does not fit.
    if (isRequiredArgument(arg) || this.chance.happens(0.8))
      this.variables[name] = this.chance.happens(0.005) ? { no: 'value' } : valueFor(arg.type, this.chance)
    return [`${arg.name}: $${name}`]
  }
}

/** A value that fits a type, null now and then where that fits. */
export function valueFor(type: GraphQLInputType, chance: Chance): unknown {
  if (isNonNullType(type)) return presentValue(type.ofType, chance)
  return chance.happens(0.2) ? null : presentValue(type, chance)
}

function presentValue(type: GraphQLInputType, chance: Chance): unknown {
  const nullable = getNullableType(type)
  if (isListType(nullable)) {
    // One item may stand for a list of one.
    if (chance.happens(0.1)) return valueFor(nullable.ofType, chance)
    return Array.from({ length: chance.below(3) }, () => valueFor(nullable.ofType, chance))
  }
  if (isEnumType(nullable)) return chance.pick(nullable.getValues()).name
  if (isInputObjectType(nullable)) {
    const fields = Object.values(nullable.getFields()).filter(
      (field) => isRequiredInputField(field) || chance.happens(0.2),
    )
    return Object.fromEntries(fields.map((field) => [field.name, valueFor(field.type, chance)]))
  }
  const name = 'name' in nullable ? nullable.name : ''
  if (name === 'Int') return chance.pick([1, 3, 10, 25])
  if (name === 'Float' || name === 'Amount') return chance.pick([1, 0.25, 1.75])
  if (name === 'Boolean') return chance.happens(0.5)
  return name === 'String' || name === 'ID' ? chance.pick(['x', 'say "no"', '2026-01-31']) : '2026-01-31'
}

const typesAbove = (type: GraphQLCompositeType) => (isObjectType(type) ? type.getInterfaces() : [])
