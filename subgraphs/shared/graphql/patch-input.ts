import { type ClassType, getMetadataStorage, InputType } from 'type-graphql'

/** What a patch says: a field that is left out stays as it is, null makes it blank. */
export type Patch<Fields> = { [Field in keyof Fields]?: Fields[Field] | null }

interface PatchOptions {
  name: string
  description: string
  /** Input types for parts whose own class is not an input type. */
  parts?: ReadonlyMap<unknown, ClassType<object>>
}

/**
 * The input type that changes the fields declared on a class: the same fields under their names in the graph, each of
 * which may be left out. The class stays the one place where a field is declared.
 */
export function patchInputOf<Input extends object>(
  fields: abstract new () => object,
  { name, description, parts }: PatchOptions,
): ClassType<Input> {
  class PatchInput {}
  InputType(name, { description })(PatchInput)
  const storage = getMetadataStorage()
  for (const field of storage.fields.filter(({ target }) => target === fields))
    storage.collectClassFieldMetadata({
      ...field,
      target: PatchInput,
      name: field.schemaName,
      getType: () => {
        const type = field.getType()
        return parts?.get(type) ?? type
      },
      // Whether a field is a list is known only when the schema is built.
      get typeOptions() {
        return { ...field.typeOptions, nullable: true }
      },
    })
  return PatchInput as ClassType<Input>
}
