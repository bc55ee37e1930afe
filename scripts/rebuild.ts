import 'reflect-metadata'
import { creditsConfig } from '../subgraphs/credits/config.js'
import { creditsOrm } from '../subgraphs/credits/orm.js'
import { openOwners } from '../subgraphs/credits/owners/open-owners.js'
import { codeOf } from '../subgraphs/shared/errors.js'
import { SetupProblem } from '../subgraphs/shared/postgres/setup-problem.js'
import { readModels } from './rebuild/read-models.js'
import { openDatabases } from './supervisor/databases.js'
import { repositoryRoot } from './supervisor/root.js'
import { readSettings } from './supervisor/settings.js'

try {
  await main(process.argv[2])
} catch (error) {
  if (!(error instanceof SetupProblem)) throw error
  console.error(error.message)
  process.exitCode = 1
}

/** Builds one read model from zero by asking its owner, which therefore has to be running. */
async function main(name = ''): Promise<void> {
  const model = readModels[name]
  if (!model) throw new SetupProblem(`Say what to rebuild:\n${Object.entries(readModels).map(lineOf).join('\n')}`)
  const say = (line: string) => console.log(line)
  const settings = readSettings(process.env, repositoryRoot())
  const databases = await openDatabases(settings, say)
  const orm = await creditsOrm(databases.urls.credits)
  const owners = await openOwners({ ...creditsConfig(process.env), keysDir: settings.keysDir }, orm.em)
  try {
    await model.rebuild(orm.em.fork(), owners)
    say(`Rebuilt: ${model.what}.`)
  } catch (error) {
    if (codeOf(error) !== 'UPSTREAM_UNAVAILABLE') throw error
    throw new SetupProblem(
      'The owner of these facts does not answer. Start CreditGraph with npm start, then try again.',
    )
  } finally {
    await owners.close()
    await orm.close()
    await databases.close()
  }
}

const lineOf = ([name, { what }]: [string, { what: string }]) => `  npm run rebuild -- ${name.padEnd(12)}${what}`
