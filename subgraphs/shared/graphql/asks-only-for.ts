import { type GraphQLResolveInfo, Kind } from 'graphql'

/** True where nothing of an object is asked for but these fields, by their own names or others. */
export const asksOnlyFor = ({ fieldNodes }: Pick<GraphQLResolveInfo, 'fieldNodes'>, fields: readonly string[]) =>
  fieldNodes.every(({ selectionSet }) =>
    selectionSet?.selections.every(
      (selection) => selection.kind === Kind.FIELD && fields.includes(selection.name.value),
    ),
  )
