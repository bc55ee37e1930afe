import 'reflect-metadata'
import { parseArgs } from 'node:util'
import { GraphQLError } from 'graphql'
import { apiKeysOf, issueApiKey, revokeApiKey } from '../gateway/api-key/issue-api-key.js'
import { gatewayOrm } from '../gateway/orm.js'
import { migrate } from '../subgraphs/shared/postgres/migrate.js'
import { SetupProblem } from '../subgraphs/shared/postgres/setup-problem.js'
import { openDatabases } from './supervisor/databases.js'
import { repositoryRoot } from './supervisor/root.js'
import { readSettings } from './supervisor/settings.js'

const usage =
  'Usage: npm run api-key -- --as ACCOUNT --label "What it is for" [--days 365] | --as ACCOUNT --list | --revoke KEY_ID'

try {
  await main(process.argv.slice(2))
} catch (error) {
  // Errors of the catalogue carry the sentence that says what to do.
  if (!(error instanceof SetupProblem || error instanceof GraphQLError)) throw error
  console.error(error.message)
  process.exitCode = 1
}

async function main(args: string[]): Promise<void> {
  const { values } = parseArgs({
    args,
    strict: false,
    options: {
      as: { type: 'string' },
      label: { type: 'string' },
      days: { type: 'string', default: '365' },
      list: { type: 'boolean' },
      revoke: { type: 'string' },
    },
  })
  const { as: accountId, label, revoke } = values
  const databases = await openDatabases(readSettings(process.env, repositoryRoot()), (line) => console.error(line))
  try {
    const orm = await gatewayOrm(databases.urls.gateway)
    try {
      await migrate(orm)
      const em = orm.em.fork()
      if (typeof revoke === 'string') await revokeApiKey(em, revoke, new Date())
      else if (typeof accountId === 'string' && values.list) {
        for (const key of await apiKeysOf(em, accountId)) console.log(lineOf(key))
      } else if (typeof accountId === 'string' && typeof label === 'string') {
        console.log(await issueApiKey(em, { accountId, label, days: Number(values.days) }, new Date()))
      } else throw new SetupProblem(usage)
    } finally {
      await orm.close()
    }
  } finally {
    await databases.close()
  }
}

function lineOf(key: Awaited<ReturnType<typeof apiKeysOf>>[number]): string {
  const { keyId, label, createdAt, expiresAt, revokedAt } = key
  const day = (at: Date) => at.toISOString().slice(0, 10)
  const state = revokedAt
    ? `revoked ${day(revokedAt)}`
    : `${key.isLive(new Date()) ? 'until' : 'ended'} ${day(expiresAt)}`
  return `${keyId}  ${label}  since ${day(createdAt)}, ${state}`
}
