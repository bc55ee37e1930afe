import {
  type GraphQLLeafType,
  type GraphQLOutputType,
  type GraphQLSchema,
  isEnumType,
  isLeafType,
  isListType,
  isNonNullType,
} from 'graphql'
import { Unsupported } from '../unsupported.js'
import { beforeData } from '../written-json.js'
import type { FrameLayout } from './frame-layout.js'
import { isLeafKind, type OpenFrame, type Scan, ScanCode } from './scan-code.js'
import type { FieldShape, ObjectShape } from './shape.js'

export interface ScanOptions {
  /** What callers may see. */
  apiSchema: GraphQLSchema
  /** The objects that have frames. */
  layouts: ReadonlyMap<ObjectShape, FrameLayout>
}

/** How the answer with the root fields in a shape is looked through. */
export function rootScan(options: ScanOptions, layout: FrameLayout): Scan {
  const code = new ScanCode()
  const compiler = new ScanCompiler(options, code)
  const root = code.open()
  code.literal(beforeData)
  compiler.framed(layout, root)
  code.literal('}')
  code.entity(root)
  return code.end()
}

/** How the answer with entities of a shape is looked through. */
export function entityScan(options: ScanOptions, layout: FrameLayout): Scan {
  const code = new ScanCode()
  const compiler = new ScanCompiler(options, code)
  const entity = code.open()
  code.literal('{"data":{"_entities":[')
  code.entities(entity, () => compiler.framed(layout, entity))
  code.literal('}}')
  return code.end()
}

/** Goes through shapes in the order in which their values stand in an answer. */
class ScanCompiler {
  constructor(
    private readonly options: ScanOptions,
    private readonly code: ScanCode,
  ) {}

  /** An object with a frame. */
  framed(layout: FrameLayout, own: OpenFrame): void {
    const { code } = this
    const { shape, frameSize } = layout
    const targets = shape.attached.map(({ part }) => part)
    code.begin(own, frameSize, targets)
    for (const [index, field] of shape.fields.entries()) {
      const { start, value, end, child } = layout.slotsOf(field)
      const inner = field.object && this.options.layouts.get(field.object)
      code.literal(index ? ',' : '{')
      code.mark(own, start)
      code.literal(`${JSON.stringify(field.name)}:`)
      code.mark(own, value)
      if (inner && child !== undefined) this.linked(field, inner, own, child)
      else this.value(shape, field)
      code.mark(own, end)
    }
    code.literal('}')
  }

  /** An object with a frame or a list of them, none of which may be null. */
  private linked({ type }: FieldShape, layout: FrameLayout, owner: OpenFrame, child: number): void {
    const { code } = this
    const present = isNonNullType(type) ? type.ofType : type
    const isList = isListType(present)
    if (isList && isListType(isNonNullType(present.ofType) ? present.ofType.ofType : present.ofType))
      throw new Unsupported('list of lists')
    const own = code.open()
    const object = () => this.framed(layout, own)
    const objects = () => {
      code.link(own, owner, child, isList)
      if (isList) code.list(object)
      else object()
    }
    if (isNonNullType(type)) objects()
    else code.nullable(objects)
  }

  private value(shape: ObjectShape, field: FieldShape): void {
    if (field.type) this.ofType(field.type, field)
    else this.code.literal(`"${shape.type.name}"`)
  }

  private ofType(type: GraphQLOutputType, field: FieldShape): void {
    if (isNonNullType(type)) this.present(type.ofType, field)
    else this.code.nullable(() => this.present(type, field))
  }

  private present(type: GraphQLOutputType, field: FieldShape): void {
    if (isListType(type)) this.code.list(() => this.ofType(type.ofType, field))
    else if (isLeafType(type)) this.leaf(type)
    else if (field.object && !this.options.layouts.has(field.object)) this.whole(field.object)
    else throw new Unsupported(field.name)
  }

  /** An object that is copied as it stands. */
  private whole(shape: ObjectShape): void {
    for (const [index, field] of shape.fields.entries()) {
      this.code.literal(`${index ? ',' : '{'}${JSON.stringify(field.name)}:`)
      this.value(shape, field)
    }
    this.code.literal('}')
  }

  /** A scalar or an enum that callers may see as it is. */
  private leaf(type: GraphQLLeafType): void {
    if (isEnumType(type)) {
      const known = this.options.apiSchema.getType(type.name)
      const values = (isEnumType(known) ? known : type).getValues()
      this.code.oneOf(values.map(({ name }) => `"${name}"`))
    } else this.code.leaf(isLeafKind(type.name) ? type.name : 'scalar')
  }
}
