import { buildSchema, type GraphQLSchema } from 'graphql'
import { withStatedCosts } from '../../gateway/graph/stated-costs.js'
import { brokenOperations, type KnownOperation, sentenceOf } from '../../gateway/schema-change/broken-operations.js'
import { usedDeprecations } from '../../gateway/schema-change/deprecations.js'
import { type ApiChange, apiChanges, usersOf } from './api-changes.js'

/** A breaking change that somebody has decided to make. */
export interface AcceptedChange extends Pick<ApiChange, 'change' | 'coordinate'> {
  /** Why nobody is hurt, or why it has to be. */
  reason: string
}

/** The schema that has just been composed, and what it must not break. */
export interface ChangeToCheck {
  /** The schema as callers see it, and as they saw it with the last release. */
  api: string
  released: string
  /** What it is composed to, which says what costs how much. */
  supergraph: string
  accepted: readonly AcceptedChange[]
  /** What partners have registered. */
  partners: readonly KnownOperation[]
  /** What the pages of the last release ask. */
  pages: readonly KnownOperation[]
}

/** What was found: with a failure nothing may be written. */
export interface CheckedChange {
  failures: string[]
  notes: string[]
}

/**
 * Checks a new schema against the last released one and against every operation that somebody is known to run. A breaking change
 * has to be accepted with a reason; an operation of a partner must not break at all, and one of our pages only by what was accepted.
 */
export async function checkChange({ api, released, supergraph, ...known }: ChangeToCheck): Promise<CheckedChange> {
  const before = buildSchema(released)
  const after = withStatedCosts(buildSchema(api), buildSchema(supergraph, { assumeValidSDL: true }))
  const changes = await apiChanges(before, after)
  const { partners, pages, accepted } = known
  const isExcused = (operation: KnownOperation) =>
    accepted.some((change) => usersOf(change, before, [operation]).length > 0)
  const failures = [
    ...brokenOperations(after, [...partners, ...pages.filter((page) => !isExcused(page))]).map(sentenceOf),
    ...unaccepted(changes, accepted).map((change) => breaking(change, before, partners)),
    ...accepted.flatMap((one) => wrongAcceptance(one, changes)),
  ]
  if (failures.length) return { failures, notes: [] }
  const dangerous = changes.filter(({ level }) => level === 'DANGEROUS').map((change) => line(change, before, partners))
  return { failures, notes: [...dangerous, ...deprecated(after, partners)] }
}

const isSame = (one: Omit<AcceptedChange, 'reason'>, { change, coordinate }: ApiChange) =>
  one.change === change && one.coordinate === coordinate

const unaccepted = (changes: readonly ApiChange[], accepted: readonly AcceptedChange[]) =>
  changes.filter((change) => change.level === 'BREAKING' && !accepted.some((one) => isSame(one, change)))

function breaking(change: ApiChange, before: GraphQLSchema, partners: readonly KnownOperation[]): string {
  const { change: kind, coordinate } = change
  return (
    `${line(change, before, partners)} This breaks programs: keep it and deprecate it, or write why it may be into ` +
    `schema/released/accepted-changes.json: ${JSON.stringify({ change: kind, coordinate, reason: '…' })}`
  )
}

function wrongAcceptance(one: AcceptedChange, changes: readonly ApiChange[]): string[] {
  const what = `schema/released/accepted-changes.json accepts ${one.change} of ${one.coordinate}`
  const isMade = changes.some((change) => change.level === 'BREAKING' && isSame(one, change))
  if (!isMade) return [`${what}, which is no breaking change since the last release: take it out.`]
  return one.reason?.trim() ? [] : [`${what} without a reason: write one.`]
}

function line(change: ApiChange, before: GraphQLSchema, partners: readonly KnownOperation[]): string {
  const users = usersOf(change, before, partners).map(({ partner, name }) => `${partner}: ${name}`)
  const used = users.length ? ` Used by ${users.join(', ')}.` : ''
  return `${change.coordinate}: ${change.message}${used}`
}

const deprecated = (schema: GraphQLSchema, partners: readonly KnownOperation[]) =>
  usedDeprecations(schema, partners).map(({ coordinate, reason, usedBy }) => {
    const users = usedBy.map(({ partner, name }) => `${partner}: ${name}`).join(', ')
    return `${coordinate} is deprecated (${reason}) and used by ${usedBy.length ? users : 'no registered operation'}.`
  })
