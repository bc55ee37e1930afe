import type { Operation, SelectionSet } from '@apollo/federation-internals'
import { Variable } from '@apollo/federation-internals'
import type { PlanNode } from '@apollo/query-planner'
import type { Conditions } from './collected-fields.js'
import { Unsupported } from './unsupported.js'

/** More conditions than this would make too many different answers of one operation. */
const mostConditions = 6

/** The names of the variables that decide what an operation leaves out. Refuses what is not compiled. */
export function conditionNames(operation: Operation, plan: PlanNode | undefined): readonly string[] {
  const names = new Set<string>()
  inSelection(operation.selectionSet, names)
  inPlan(plan, names)
  if (names.size > mostConditions) throw new Unsupported('conditions')
  return [...names]
}

/** The values of conditions, with defaults put in; undefined where one has none, which the stock executor explains. */
export function conditionValues(
  names: readonly string[],
  operation: Operation,
  given: Readonly<Record<string, unknown>>,
): Conditions | undefined {
  const values: Record<string, boolean> = {}
  for (const name of names) {
    const own = Object.hasOwn(given, name) ? given[name] : undefined
    const value = own === undefined ? operation.variableDefinitions.definition(name)?.defaultValue : own
    if (typeof value !== 'boolean') return undefined
    values[name] = value
  }
  return values
}

function inSelection(selectionSet: SelectionSet, names: Set<string>): void {
  for (const { kind, element, selectionSet: inner } of selectionSet.selections()) {
    if (kind === 'FieldSelection') {
      // Names that every object has, and fields that tell of the schema, are rare enough to be left alone.
      if (element.responseName() in {} || element.definition.isSchemaIntrospectionField())
        throw new Unsupported(element.responseName())
    }
    for (const directive of element.appliedDirectives) {
      const { if: condition } = directive.arguments()
      if (condition instanceof Variable) names.add(condition.name)
    }
    if (inner) inSelection(inner, names)
  }
}

function inPlan(node: PlanNode | undefined, names: Set<string>): void {
  if (node?.kind === 'Condition') {
    names.add(node.condition)
    inPlan(node.ifClause, names)
    inPlan(node.elseClause, names)
  } else if (node?.kind === 'Flatten') inPlan(node.node, names)
  else if (node?.kind === 'Sequence' || node?.kind === 'Parallel') for (const inner of node.nodes) inPlan(inner, names)
}
