import {
  type CompositeType,
  isCompositeType,
  isListType,
  isNonNullType,
  isObjectType,
  type Operation,
  type OutputType,
  type Schema,
  type SelectionSet,
} from '@apollo/federation-internals'
import { type CollectedField, type Conditions, collectFields } from './collected-fields.js'
import { leafWriter, type Write } from './leaf-writer.js'
import { Unfitting } from './unsupported.js'

type Answer = Readonly<Record<string, unknown>>

interface FieldWriter {
  responseName: string
  /** What stands before the value: a comma, but before the first, and the name. */
  before: string
  write: (value: unknown, answer: Answer) => string
}

/** Writes the data of one operation, for one set of conditions, straight from what the subgraphs have answered. */
export function answerWriter(operation: Operation, conditions: Conditions): (data: Answer) => string {
  const schema = operation.schema()
  const root = schema.schemaDefinition.rootType(operation.rootKind)
  if (!root) throw new Error(`There is no type for a ${operation.rootKind}.`)
  return new WriterCompiler(schema, conditions).object([operation.selectionSet], root)
}

class WriterCompiler {
  constructor(
    private readonly schema: Schema,
    private readonly conditions: Conditions,
  ) {}

  /** Writes objects; their fields are laid out anew for each type that an answer names. */
  object(selectionSets: readonly SelectionSet[], type: CompositeType): Write {
    const layouts = new Map<unknown, readonly FieldWriter[]>()
    return (value) => {
      if (typeof value !== 'object' || Array.isArray(value)) throw new Unfitting()
      const answer = value as Answer
      const name = answer.__typename
      let fields = layouts.get(name)
      if (!fields) {
        fields = this.layout(selectionSets, type, name)
        layouts.set(name, fields)
      }
      return writeFields(fields, answer)
    }
  }

  private layout(selectionSets: readonly SelectionSet[], type: CompositeType, name: unknown): FieldWriter[] {
    const named = name === undefined ? undefined : this.compositeType(name)
    const place = { schema: this.schema, conditions: this.conditions, named }
    return collectFields(selectionSets, named ?? type, place).map((field, index) => ({
      responseName: field.responseName,
      before: `${index ? ',' : ''}${JSON.stringify(field.responseName)}:`,
      write: this.field(field),
    }))
  }

  private compositeType(name: unknown): CompositeType {
    const type = typeof name === 'string' ? this.schema.type(name) : undefined
    if (type && isCompositeType(type)) return type
    throw new Unfitting()
  }

  private field({ type, selectionSets, parentType }: CollectedField): FieldWriter['write'] {
    return type ? this.value(type, selectionSets) : this.typename(parentType)
  }

  /** The type that the answer names, under whichever of its names, or the one that has to stand there. */
  private typename(parentType: CompositeType): FieldWriter['write'] {
    return (value, answer) => {
      const name = value ?? answer.__typename
      const type = (typeof name === 'string' ? this.schema.type(name) : undefined) ?? parentType
      if (isObjectType(type)) return `"${type.name}"`
      throw new Unfitting()
    }
  }

  private value(type: OutputType, selectionSets: readonly SelectionSet[]): Write {
    if (isNonNullType(type)) {
      const write = this.present(type.ofType, selectionSets)
      return (value) => {
        if (value === null || value === undefined) throw new Unfitting()
        return write(value)
      }
    }
    const write = this.present(type, selectionSets)
    return (value) => (value === null || value === undefined ? 'null' : write(value))
  }

  private present(type: OutputType, selectionSets: readonly SelectionSet[]): Write {
    if (isNonNullType(type)) return this.present(type.ofType, selectionSets)
    if (isListType(type)) return listWriter(this.value(type.ofType, selectionSets))
    if (isCompositeType(type)) return this.object(selectionSets, type)
    return leafWriter(type)
  }
}

function writeFields(fields: readonly FieldWriter[], answer: Answer): string {
  let text = '{'
  for (const { responseName, before, write } of fields) text += before + write(answer[responseName], answer)
  return `${text}}`
}

function listWriter(write: Write): Write {
  return (value) => {
    if (!Array.isArray(value)) throw new Unfitting()
    let text = '['
    for (let index = 0; index < value.length; index += 1) text += (index ? ',' : '') + write(value[index])
    return `${text}]`
  }
}
