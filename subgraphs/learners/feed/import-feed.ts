import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import { badInput, conflict } from '../../shared/errors.js'
import { applyChunk, endMissingRecords } from './apply-chunk.js'
import { checkStaged } from './check-staged.js'
import { type FeedError, type FeedKind, feedLimits } from './feed-layout.js'
import { appliedAsOf, type Feed, moveFeed, openFeed, readFeedLog, refuseFeed, unfinishedFeed } from './feed-log.js'
import { type FeedScope, feedScope, overlapping } from './feed-scope.js'
import { type FeedFindings, readFeed } from './read-feed.js'
import { stagedColumns } from './read-feed-row.js'

const lockTimeoutMs = 30_000

/** A file of a board. */
export interface FeedFile {
  /** Code of the board, or LICENSING or CERTIFYING for a national file. */
  scope: string
  kind: FeedKind
  /** The day for which the file is true. */
  asOf: string
  path: string
}

export interface ImportOptions {
  say?: (line: string) => void
  /** True where a full file may end many records. */
  allowEnding?: boolean
  /** Lines applied in one transaction. */
  chunkLines?: number
}

/**
 * Imports a file of a board: reads it whole and refuses it whole, or applies it chunk by chunk, each with its events. After
 * an import that was killed, the next one finishes it first; the same file sent again changes nothing.
 */
export async function importFeed(url: string, file: FeedFile, options: ImportOptions = {}): Promise<Feed> {
  const scope = feedScope(file.scope)
  const sha256 = await hashOf(file.path)
  return inSession(url, async (client) => {
    const importer = new Importer(client, options)
    const finished = await importer.finishUnfinished({ ...file, sha256 })
    return finished ?? importer.import(file, scope, sha256)
  })
}

class Importer {
  private readonly say: (line: string) => void
  private readonly chunkLines: number

  constructor(
    private readonly client: pg.Client,
    private readonly options: ImportOptions,
  ) {
    this.say = options.say ?? (() => undefined)
    this.chunkLines = options.chunkLines ?? 20_000
  }

  async import({ kind, asOf, path }: FeedFile, scope: FeedScope, sha256: string): Promise<Feed> {
    const { feed_id: feedId } = await openFeed(this.client, { scope: scope.name, kind, asOf, sha256 })
    const findings = await this.stage(feedId, path, { scope, kind })
    const errors = findings.errorCount ? findings.errors : await this.checkWhole(scope, kind, asOf)
    if (errors.length) {
      await refuseFeed(this.client, feedId, errors, Math.max(findings.errorCount, errors.length))
      return readFeedLog(this.client, feedId)
    }
    await moveFeed(this.client, feedId, 'APPLYING', findings.rows)
    return this.apply(feedId, scope)
  }

  /** Finishes what was begun; the answer is that feed where it came of the same file. */
  async finishUnfinished(file: FeedFile & { sha256: string }): Promise<Feed | undefined> {
    const feed = await unfinishedFeed(this.client)
    if (!feed) return undefined
    const isSame =
      feed.sha256 === file.sha256 && feed.scope === file.scope && feed.kind === file.kind && feed.as_of === file.asOf
    const scope = feedScope(feed.scope)
    this.say(`An import for ${feed.scope} was interrupted; finishing it first.`)
    if (!(await this.isStaged(feed))) {
      if (!isSame) {
        this.say('Its rows are lost with the server that held them, so it stays as it is. Send its file again.')
        await moveFeed(this.client, feed.feed_id, 'ABANDONED')
        return undefined
      }
      await this.stage(feed.feed_id, file.path, { scope, kind: feed.kind })
    }
    const finished = await this.apply(feed.feed_id, scope)
    return isSame ? finished : undefined
  }

  private async isStaged({ feed_id, total_rows }: Feed): Promise<boolean> {
    const { rows } = await this.client.query<{ staged: number }>(
      'select count(*)::int as staged from feed_row where feed_id = $1',
      [feed_id],
    )
    return rows[0]?.staged === total_rows
  }

  private async stage(
    feedId: string,
    path: string,
    terms: { scope: FeedScope; kind: FeedKind },
  ): Promise<FeedFindings> {
    this.say('Reading the file.')
    const findings: FeedFindings = { rows: 0, errors: [], errorCount: 0 }
    await this.client.query('truncate feed_row')
    const copy = this.client.query(copyFrom(`copy feed_row (feed_id, line, ${stagedColumns.join(', ')}) from stdin`))
    await pipeline(Readable.from(readFeed(path, feedId, terms, findings), { highWaterMark: 4 }), copy)
    if (!findings.errorCount) await this.client.query('analyze feed_row')
    return findings
  }

  private async checkWhole(scope: FeedScope, kind: FeedKind, asOf: string): Promise<FeedError[]> {
    const applied = await appliedAsOf(this.client, overlapping(scope))
    if (applied && asOf < applied) {
      const message = `The file is true for ${asOf}, and one for ${applied} was applied already.`
      return [{ line: 0, column: null, message }]
    }
    return checkStaged(this.client, scope, kind, this.options.allowEnding ?? false)
  }

  private async apply(feedId: string, scope: FeedScope): Promise<Feed> {
    const { applied_line: begun, kind } = await readFeedLog(this.client, feedId)
    const { rows } = await this.client.query<{ last: number }>('select max(line) as last from feed_row')
    const last = rows[0]?.last ?? 0
    for (let after = begun, chunk = 1; after < last; after += this.chunkLines, chunk += 1) {
      const upTo = Math.min(after + this.chunkLines, last)
      await applyChunk(this.client, feedId, scope, { after, upTo })
      this.say(`Applied ${upTo.toLocaleString('en-US')} of ${last.toLocaleString('en-US')} lines.`)
      // While tables grow from nothing, plans that were good for small ones turn bad.
      if (Number.isInteger(Math.log2(chunk)))
        await this.client.query('analyze learner, learner_family_name, license_record, diplomate_record')
    }
    if (kind === 'FULL') await this.endMissing(feedId, scope)
    await moveFeed(this.client, feedId, 'APPLIED')
    await this.client.query('truncate feed_row')
    return readFeedLog(this.client, feedId)
  }

  private async endMissing(feedId: string, scope: FeedScope): Promise<void> {
    while ((await endMissingRecords(this.client, feedId, scope, this.chunkLines)) > 0)
      this.say('Ended records that the file no longer lists.')
  }
}

/** Runs work in a session of its own, one import at a time. */
async function inSession<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url, application_name: 'creditgraph feed' })
  await client.connect()
  try {
    await client.query(`set lock_timeout = ${lockTimeoutMs}; set work_mem = '64MB'; set client_min_messages = warning`)
    await client.query(`select pg_advisory_lock(hashtext('import feed'))`).catch((cause: unknown) => {
      throw conflict('Another file is being imported. Wait until it is done.', { cause })
    })
    return await work(client)
  } finally {
    await client.end()
  }
}

async function hashOf(path: string): Promise<string> {
  const { size } = await stat(path).catch((cause: unknown) => {
    throw badInput(`There is no file ${path}.`, { cause })
  })
  if (size > feedLimits.bytes) throw badInput('The file is larger than 2 GB. Send it in parts, as deltas.')
  const hash = createHash('sha256')
  await pipeline(createReadStream(path), hash)
  return hash.digest('hex')
}
