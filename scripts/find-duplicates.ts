import 'reflect-metadata'
import { MatchingIndex } from '../subgraphs/learners/matching/follow/matching-index.js'
import type { SearchProgress } from '../subgraphs/learners/merge/find-duplicates.js'
import { searchPage } from '../subgraphs/learners/merge/keep-finding-duplicates.js'
import { learnersOrm } from '../subgraphs/learners/start.js'
import { createLog } from '../subgraphs/shared/log.js'
import { migrate } from '../subgraphs/shared/postgres/migrate.js'
import { SetupProblem } from '../subgraphs/shared/postgres/setup-problem.js'
import { openDatabases } from './supervisor/databases.js'
import { repositoryRoot } from './supervisor/root.js'
import { readSettings } from './supervisor/settings.js'

const say = (line: string) => console.log(line)
const count = (value: number) => value.toLocaleString('en-US')

try {
  process.exitCode = await main()
} catch (error) {
  if (!(error instanceof SetupProblem)) throw error
  console.error(error.message)
  process.exitCode = 1
}

/** Searches the whole file for people who are on it twice, or goes on with a search that was interrupted. */
async function main(): Promise<number> {
  const databases = await openDatabases(readSettings(process.env, repositoryRoot()), say)
  const url = databases.urls.learners
  const orm = await learnersOrm(url)
  try {
    await migrate(orm)
    const index = MatchingIndex.open({ url, orm, log: createLog('find-duplicates', 'silent') })
    try {
      return report(await searchToEnd(() => searchPage(orm.em, index)))
    } finally {
      await index.stop()
    }
  } finally {
    await orm.close()
    await databases.close()
  }
}

async function searchToEnd(nextPage: () => Promise<SearchProgress | undefined>): Promise<SearchProgress | undefined> {
  for (;;) {
    const progress = await nextPage()
    if (!progress || progress.isFinished) return progress
  }
}

function report(progress: SearchProgress | undefined): number {
  if (!progress) {
    say('A worker of the platform is searching at this moment; what it finds is proposed to the operators.')
    return 1
  }
  say(
    `Looked at ${count(progress.learners)} physicians; ${count(progress.suggested)} merges suggested to the operators.`,
  )
  return 0
}
