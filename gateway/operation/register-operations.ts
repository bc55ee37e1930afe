import type { EntityManager } from '@mikro-orm/postgresql'
import type { GraphQLSchema } from 'graphql'
import { badInput, notFound } from '../../subgraphs/shared/errors.js'
import { type JudgedOperation, judgeOperation } from './judge-operation.js'
import type { OperationDraft } from './manifest.js'
import { RegisteredOperation } from './registered-operation.js'

/** Live operations of one account. */
export const maxLive = 500

/** What became of one operation of a manifest. */
export interface Registration extends Omit<JudgedOperation, 'text'> {
  /** ACCEPTABLE is what could be registered, but was not: on a dry run, or because another one was refused. */
  outcome: 'REGISTERED' | 'UNCHANGED' | 'ACCEPTABLE' | 'REFUSED'
  /** The version under its name; null for what was refused. */
  version: number | null
}

export interface RegistrationRequest {
  accountId: string
  drafts: readonly OperationDraft[]
  schema: GraphQLSchema
  /** True to tell what each would cost, and to keep nothing. */
  dryRun: boolean
  now: Date
}

/**
 * Registers operations for an account: all of them, or none when one has to be refused, so that a release of a program never
 * finds half of what it runs. A text that is registered already stays as it is; another text of the same name is its next version.
 */
export async function registerOperations(
  em: EntityManager,
  { accountId, drafts, schema, dryRun, now }: RegistrationRequest,
): Promise<Registration[]> {
  const judged = withoutTwins(drafts.map((draft) => judgeOperation(schema, draft)))
  return em.transactional(async (transaction) => {
    await transaction.execute('select from account where account_id = ? for update', [accountId])
    const known = await transaction.find(RegisteredOperation, { accountId }, { orderBy: { version: 'asc' } })
    const byId = new Map(known.map((operation) => [operation.operationId, operation]))
    const versions = new Map(known.map(({ name, version }) => [name, version]))
    const isKept = !dryRun && judged.every(({ problems }) => !problems.length)
    const fresh = judged.filter(({ operationId, problems }) => !problems.length && !byId.get(operationId))
    if (known.filter(({ withdrawnAt }) => !withdrawnAt).length + fresh.length > maxLive)
      throw badInput(`An account has at most ${maxLive} operations. Withdraw those that nothing uses.`)
    return judged.map(({ text, ...operation }): Registration => {
      if (operation.problems.length) return { ...operation, outcome: 'REFUSED', version: null }
      const same = byId.get(operation.operationId)
      if (same && isKept) same.withdrawnAt = null
      if (same) return { ...operation, outcome: 'UNCHANGED', version: same.version }
      const version = (versions.get(operation.name) ?? 0) + 1
      if (isKept) {
        const { problems: _, ...kept } = operation
        transaction.create(RegisteredOperation, { ...kept, accountId, text, version, registeredAt: now })
      }
      return { ...operation, outcome: isKept ? 'REGISTERED' : 'ACCEPTABLE', version }
    })
  })
}

/** One name stands for one text, so the second of a manifest is refused. */
function withoutTwins(judged: readonly JudgedOperation[]): JudgedOperation[] {
  const names = new Set<string>()
  return judged.map((operation) => {
    const { name } = operation
    const isTwin = name !== '' && names.has(name)
    names.add(name)
    return isTwin
      ? { ...operation, problems: [`Another operation of this manifest is called ${name} too.`] }
      : operation
  })
}

/** From when on an operation should no longer be used, or is no longer answered. Throws NOT_FOUND for a name that is not registered. */
export async function endOperation(
  em: EntityManager,
  { accountId, name, isWithdrawn }: { accountId: string; name: string; isWithdrawn: boolean },
  now: Date,
): Promise<void> {
  const live = await em.find(RegisteredOperation, { accountId, name, withdrawnAt: null })
  if (!live.length) throw notFound(`No operation is registered as ${name.slice(0, 80)}.`)
  for (const operation of live) {
    operation.deprecatedAt ??= now
    if (isWithdrawn) operation.withdrawnAt = now
  }
  await em.flush()
}
