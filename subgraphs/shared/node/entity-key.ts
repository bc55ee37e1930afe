import { Kind, type ObjectTypeDefinitionNode } from 'graphql'

/** The one field that tells the entities of a type apart; undefined where the type is no entity, or needs several. */
export function keyOf({ directives = [] }: Pick<ObjectTypeDefinitionNode, 'directives'>): string | undefined {
  const keys = directives.filter(({ name }) => name.value === 'key').map(fieldsIn)
  return keys.length === 1 && keys[0] && /^\w+$/.test(keys[0]) ? keys[0] : undefined
}

function fieldsIn({ arguments: given = [] }: NonNullable<ObjectTypeDefinitionNode['directives']>[number]) {
  const value = given.find(({ name }) => name.value === 'fields')?.value
  return value?.kind === Kind.STRING ? value.value : undefined
}
