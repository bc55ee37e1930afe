import { readFileSync } from 'node:fs'
import { SetupProblem } from '../../../subgraphs/shared/postgres/setup-problem.js'

/** A request that is sent while it is measured; no two are the same. */
export type MakeBody = (number: number) => string

/** The registered operation of a name, each time with other variables. Throws a SetupProblem where there is none. */
export function measuredOperation(name: string): MakeBody {
  const registered: Record<string, string> = JSON.parse(
    readFileSync('clients/graphql/persisted-documents.json', 'utf8'),
  )
  const query = Object.values(registered).find((text) => new RegExp(`\\bquery ${name}\\b`).test(text))
  const variables = Object.hasOwn(variablesOf, name) ? variablesOf[name] : undefined
  if (!query || !variables)
    throw new SetupProblem(`--operation takes one of ${Object.keys(variablesOf).join(', ')}, not “${name}”.`)
  return (number) => JSON.stringify({ operationName: name, query, variables: variables(number) })
}

const year = { from: '2026-01-01', to: '2026-12-31' }

const variablesOf: Readonly<Record<string, (number: number) => object>> = {
  Licensees: (number) => ({ ...year, search: `Name n${number}n` }),
  BoardDashboard: (number) => ({ ...year, after: `after n${number}n` }),
  Decisions: (number) => ({ after: `after n${number}n` }),
  Licensee: (number) => ({ ...year, learnerId: `n${number}n` }),
}
