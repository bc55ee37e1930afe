import { SetupProblem } from '../subgraphs/shared/postgres/setup-problem.js'
import { checks } from './reconcile/checks.js'
import { reconcile } from './reconcile/report.js'
import { openDatabases } from './supervisor/databases.js'
import { repositoryRoot } from './supervisor/root.js'
import { readSettings } from './supervisor/settings.js'

try {
  process.exitCode = (await main()) === 0 ? 0 : 1
} catch (error) {
  if (!(error instanceof SetupProblem)) throw error
  console.error(error.message)
  process.exitCode = 1
}

async function main(): Promise<number> {
  const say = (line: string) => console.log(line)
  const databases = await openDatabases(readSettings(process.env, repositoryRoot()), say)
  try {
    return await reconcile(checks, databases.urls, say)
  } finally {
    await databases.close()
  }
}
