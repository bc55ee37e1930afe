import { printColumns } from '../bench/report.js'

/** An operation as `GET /operations` lists it. */
export interface ListedLine {
  name: string
  version: number
  kind: string
  cost: number
  calls: number
  failures: number
  meanMs: number | null
  lastUsedOn: string | null
  deprecatedAt: string | null
  withdrawnAt: string | null
}

/** A broken operation as `GET /operations` lists it. */
export interface BrokenLine {
  partner: string
  name: string
  version?: number
  schema: 'SERVED' | 'WAITING'
  problems: { coordinate: string | null; message: string }[]
}

/** What became of an operation of a manifest, as `POST /operations` answers. */
export interface RegistrationLine {
  name: string
  version: number | null
  outcome: string
  cost: number
  problems: string[]
}

/** What is deprecated, as `GET /operations/deprecations` answers. */
export interface DeprecationLine {
  coordinate: string
  reason: string
  usedBy: { partner: string; name: string; version: number; calls: number }[]
}

const sides = ['left', 'right', 'left', 'right', 'right', 'right', 'right', 'left', 'left'] as const

/** The operations of an account, and below them what does not run or soon would not. */
export function listTable(operations: readonly ListedLine[], broken: readonly BrokenLine[]): string {
  const lines = operations.map((operation) => [
    operation.name,
    String(operation.version),
    operation.kind,
    String(operation.cost),
    String(operation.calls),
    String(operation.failures),
    String(operation.meanMs ?? ''),
    operation.lastUsedOn ?? 'never',
    standing(operation),
  ])
  const heads = ['name', 'version', 'kind', 'cost', 'calls', 'failures', 'mean ms', 'last used', 'standing']
  const table = lines.length ? printColumns([heads, ...lines], sides) : 'No operation is registered.'
  return [table, ...broken.map(brokenSentence)].join('\n')
}

/** What became of each operation of a manifest, with what stands against it. */
export function registrationTable(operations: readonly RegistrationLine[]): string {
  // What cannot be read has no name; its place in the manifest says which it is.
  const named = operations.map((operation, place) => ({
    ...operation,
    name: operation.name || `Operation ${place + 1}`,
  }))
  const lines = named.map(({ name, version, outcome, cost }) => [name, String(version ?? ''), outcome, String(cost)])
  const table = printColumns([['name', 'version', 'outcome', 'cost'], ...lines], ['left', 'right', 'left', 'right'])
  return [table, ...named.flatMap(({ name, problems }) => problems.map((problem) => `✗ ${name}: ${problem}`))].join(
    '\n',
  )
}

/** What should no longer be used, and what still uses it. */
export function deprecationTable(deprecations: readonly DeprecationLine[]): string {
  if (!deprecations.length) return 'Nothing is deprecated.'
  return deprecations
    .flatMap(({ coordinate, reason, usedBy }) => [
      `${coordinate}: ${reason}`,
      ...(usedBy.length ? usedBy.map(useSentence) : ['  No registered operation uses it.']),
    ])
    .join('\n')
}

const useSentence = ({ partner, name, version, calls }: DeprecationLine['usedBy'][number]) =>
  `  ${partner}: ${name} (version ${version}), ${counted(calls, 'call')} in thirty days`

const standing = ({ deprecatedAt, withdrawnAt }: ListedLine) =>
  withdrawnAt
    ? `withdrawn ${withdrawnAt.slice(0, 10)}`
    : deprecatedAt
      ? `deprecated ${deprecatedAt.slice(0, 10)}`
      : 'live'

function brokenSentence({ partner, name, version, schema, problems }: BrokenLine): string {
  const which = version === undefined ? name : `${name} (version ${version})`
  const when = schema === 'SERVED' ? 'does not run' : 'keeps a new schema waiting'
  const why = problems.map(({ coordinate, message }) => (coordinate === null ? message : `${coordinate}: ${message}`))
  return `✗ ${partner}: ${which} ${when}. ${why.join(' ')}`
}

/** A number of things in words. */
export const counted = (count: number, what: string) =>
  `${count.toLocaleString('en-US')} ${what}${count === 1 ? '' : 's'}`
