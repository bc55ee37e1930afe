import {
  type ASTVisitor,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  Kind,
  type SelectionSetNode,
  visit,
} from 'graphql'
import { queryTooComplex, queryTooDeep, tooManyAliases } from '../../subgraphs/shared/errors.js'
import { checkListLength, checkText } from './given-values.js'
import { graphLimits } from './limits.js'

/** What a selection adds up to, with every fragment counted in each of its places. */
interface Size {
  depth: number
  aliases: number
  directives: number
  selections: number
}

const nothing: Size = { depth: 0, aliases: 0, directives: 0, selections: 0 }

/** Refuses a document that is larger than the limits, in one walk over it. */
export function checkDocument(document: DocumentNode): void {
  const fragments = document.definitions.filter((definition) => definition.kind === Kind.FRAGMENT_DEFINITION)
  if (fragments.length > graphLimits.fragments)
    throw queryTooComplex(`Define at most ${graphLimits.fragments} fragments.`)
  const ruler = new Ruler(new Map(fragments.map((fragment) => [fragment.name.value, fragment])))
  for (const definition of document.definitions) {
    if (definition.kind !== Kind.OPERATION_DEFINITION) continue
    checkSize(ruler.sizeOf(definition.selectionSet), definition.directives?.length ?? 0)
    if (ruler.fieldsDirectlyIn(definition.selectionSet) > graphLimits.rootFields)
      throw queryTooComplex(`Ask for at most ${graphLimits.rootFields} fields at once.`)
  }
  visit(document, places)
}

function checkSize({ depth, aliases, directives, selections }: Size, ownDirectives: number): void {
  if (depth > graphLimits.depth) throw queryTooDeep(`Nest fields at most ${graphLimits.depth} levels deep.`)
  if (aliases > graphLimits.aliases) throw tooManyAliases(`Use at most ${graphLimits.aliases} aliases.`)
  if (directives + ownDirectives > graphLimits.directives)
    throw queryTooComplex(`Use at most ${graphLimits.directives} directives.`)
  if (selections > graphLimits.selections)
    throw queryTooComplex(`Select at most ${graphLimits.selections} fields, fragments included.`)
}

const places: ASTVisitor = {
  SelectionSet: (node) => checkRepetition(node),
  StringValue: ({ value }) => checkText(value),
  ListValue: ({ values }) => checkListLength(values.length),
}

/** Comparing fields of one name with each other costs the square of their number. */
function checkRepetition(selectionSet: SelectionSetNode): void {
  const counts = new Map<string, number>()
  for (const { alias, name } of fieldsOf(selectionSet)) {
    const key = (alias ?? name).value
    const count = (counts.get(key) ?? 0) + 1
    if (count > graphLimits.repeatedFields)
      throw queryTooComplex(`Ask for “${key}” at most ${graphLimits.repeatedFields} times in one place.`)
    counts.set(key, count)
  }
}

/** The fields of a selection, those in inline fragments included. */
function fieldsOf(selectionSet: SelectionSetNode): FieldNode[] {
  return selectionSet.selections.flatMap((selection) => {
    if (selection.kind === Kind.FIELD) return selection
    return selection.kind === Kind.INLINE_FRAGMENT ? fieldsOf(selection.selectionSet) : []
  })
}

/** Measures selections; each fragment once, so that fragments in fragments cost no more than they are long. */
class Ruler {
  private readonly known = new Map<string, Size & { direct: number }>()

  constructor(private readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>) {}

  sizeOf(selectionSet: SelectionSetNode | undefined): Size {
    const size = { ...nothing }
    for (const selection of selectionSet?.selections ?? []) {
      const isField = selection.kind === Kind.FIELD
      const inner =
        selection.kind === Kind.FRAGMENT_SPREAD
          ? this.fragment(selection.name.value)
          : this.sizeOf(selection.selectionSet)
      // Lists and non-nulls in the answer to an introspection are no depth of the data.
      const step = isField && selection.name.value !== 'ofType' ? 1 : 0
      size.depth = Math.max(size.depth, inner.depth + step)
      size.aliases += inner.aliases + (isField && selection.alias ? 1 : 0)
      size.directives += inner.directives + (selection.directives?.length ?? 0)
      size.selections += inner.selections + 1
    }
    return size
  }

  fieldsDirectlyIn(selectionSet: SelectionSetNode): number {
    return selectionSet.selections.reduce((sum, selection) => {
      if (selection.kind === Kind.FIELD) return sum + 1
      if (selection.kind === Kind.INLINE_FRAGMENT) return sum + this.fieldsDirectlyIn(selection.selectionSet)
      return sum + this.fragment(selection.name.value).direct
    }, 0)
  }

  /** A fragment that contains itself counts as nothing inside itself; validation refuses it. */
  private fragment(name: string): Size & { direct: number } {
    const known = this.known.get(name)
    if (known) return known
    this.known.set(name, { ...nothing, direct: 0 })
    const selectionSet = this.fragments.get(name)?.selectionSet
    const size = {
      ...this.sizeOf(selectionSet),
      direct: selectionSet ? this.fieldsDirectlyIn(selectionSet) : 0,
    }
    this.known.set(name, size)
    return size
  }
}
