import { parseArgs } from 'node:util'
import { issueAccessToken } from '../gateway/session/access-token.js'
import { SetupProblem } from '../subgraphs/shared/postgres/setup-problem.js'
import { ensureKeys, loadSigningKey } from '../subgraphs/shared/security/keys.js'
import { demoAccounts } from './seed/people/demo-people.js'
import { repositoryRoot } from './supervisor/root.js'
import { readSettings } from './supervisor/settings.js'

const names = demoAccounts.map(({ accountId }) => accountId)
const owner = 'gateway'

try {
  console.log(await tokenFor(process.argv.slice(2)))
} catch (error) {
  if (!(error instanceof SetupProblem)) throw error
  console.error(error.message)
  process.exitCode = 1
}

async function tokenFor(args: string[]): Promise<string> {
  const { keysDir, isProduction } = readSettings(process.env, repositoryRoot())
  if (isProduction) throw new SetupProblem('Tokens are handed out for development only, not under NODE_ENV=production.')
  const name = readName(args)
  await ensureKeys(keysDir, [owner])
  return issueAccessToken(await loadSigningKey(keysDir, owner), name, new Date())
}

function readName(args: string[]): string {
  const { values } = parseArgs({ args, options: { as: { type: 'string' } }, strict: false })
  const name = names.find((known) => known === values.as)
  if (!name)
    throw new SetupProblem(`Say as whom: npm run token -- --as NAME, where NAME is one of ${names.join(', ')}.`)
  return name
}
