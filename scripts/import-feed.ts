import 'reflect-metadata'
import { parseArgs } from 'node:util'
import { GraphQLError } from 'graphql'
import { type FeedError, type FeedKind, feedKinds } from '../subgraphs/learners/feed/feed-layout.js'
import type { Feed } from '../subgraphs/learners/feed/feed-log.js'
import { type FeedFile, importFeed } from '../subgraphs/learners/feed/import-feed.js'
import { learnersOrm } from '../subgraphs/learners/start.js'
import { centralDay } from '../subgraphs/reference/central-day.js'
import { isDay } from '../subgraphs/shared/graphql/scalars.js'
import { migrate } from '../subgraphs/shared/postgres/migrate.js'
import { SetupProblem } from '../subgraphs/shared/postgres/setup-problem.js'
import { openDatabases } from './supervisor/databases.js'
import { repositoryRoot } from './supervisor/root.js'
import { readSettings } from './supervisor/settings.js'

const usage =
  'Usage: npm run import-feed -- --board ME-MD|ABIM|LICENSING|CERTIFYING --kind full|delta [--as-of YYYY-MM-DD] [--allow-ending] FILE'

const say = (line: string) => console.log(line)

try {
  process.exitCode = await main(process.argv.slice(2))
} catch (error) {
  // Errors of the catalogue carry the sentence that says what to do.
  if (!(error instanceof SetupProblem || error instanceof GraphQLError)) throw error
  console.error(error.message)
  process.exitCode = 1
}

async function main(args: string[]): Promise<number> {
  const { file, allowEnding } = readArguments(args, centralDay(new Date()))
  const databases = await openDatabases(readSettings(process.env, repositoryRoot()), say)
  const started = performance.now()
  try {
    const orm = await learnersOrm(databases.urls.learners)
    await migrate(orm).finally(() => orm.close())
    const feed = await importFeed(databases.urls.learners, file, { say, allowEnding })
    say(reportOf(feed, (performance.now() - started) / 1000))
    for (const error of feed.errors) say(sentenceOf(error))
    return feed.state === 'APPLIED' ? 0 : 1
  } finally {
    await databases.close()
  }
}

function readArguments(args: string[], today: string): { file: FeedFile; allowEnding: boolean } {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    strict: false,
    options: {
      board: { type: 'string' },
      kind: { type: 'string' },
      'as-of': { type: 'string' },
      'allow-ending': { type: 'boolean' },
    },
  })
  const kind = feedKinds.find((known): known is FeedKind => known === String(values.kind).toUpperCase())
  const [path, ...others] = positionals
  const asOf = String(values['as-of'] ?? today)
  if (!path || others.length || !kind || typeof values.board !== 'string') throw new SetupProblem(usage)
  if (!isDay(asOf) || asOf > today) throw new SetupProblem(`--as-of takes a day no later than today. ${usage}`)
  return { file: { scope: values.board, kind, asOf, path }, allowEnding: values['allow-ending'] === true }
}

function reportOf(feed: Feed, seconds: number): string {
  const count = (value: number) => value.toLocaleString('en-US')
  if (feed.state !== 'APPLIED')
    return `Refused: ${count(feed.error_count)} errors in ${count(feed.total_rows)} lines. Nothing has changed.`
  return (
    `Applied ${count(feed.total_rows)} lines in ${seconds.toFixed(1)} s: ${count(feed.learners_added)} learners added, ` +
    `${count(feed.learners_changed)} changed; ${count(feed.records_added)} records added, ${count(feed.records_changed)} changed, ` +
    `${count(feed.records_ended)} ended; ${count(feed.suggestions)} duplicates suggested.`
  )
}

const sentenceOf = ({ line, column, message }: FeedError): string =>
  `  ${[line ? `Line ${line}` : '', column ?? ''].filter(Boolean).join(', ')}${line || column ? ': ' : ''}${message}`
