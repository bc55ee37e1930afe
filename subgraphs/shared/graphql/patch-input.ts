import { type ClassType, getMetadataStorage, InputType } from 'type-graphql'

/** What a patch says: a field that is left out stays as it is, null makes it blank. */
export type Patch<Fields> = { [Field in keyof Fields]?: Fields[Field] | null }

/**
 * The input type that changes the fields declared on a class: the same fields, each of which may be left out. The
 * class stays the one place where a field is declared.
 */
export function patchInputOf<Fields extends object>(
  fields: (abstract new () => Fields) & { name: string },
  options: { name: string; description: string },
): ClassType<Patch<Fields>> {
  class PatchInput {}
  InputType(options.name, { description: options.description })(PatchInput)
  const storage = getMetadataStorage()
  for (const field of storage.fields.filter(({ target }) => target === fields))
    storage.collectClassFieldMetadata({
      ...field,
      target: PatchInput,
      typeOptions: { ...field.typeOptions, nullable: true },
    })
  return PatchInput as ClassType<Patch<Fields>>
}
