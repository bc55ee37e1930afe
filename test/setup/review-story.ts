import { randomUUID } from 'node:crypto'
import { setTimeout } from 'node:timers/promises'
import type { MikroORM } from '@mikro-orm/postgresql'
import { Batch } from '../../subgraphs/credits/batch/batch.js'
import { addBatchPolicies } from '../../subgraphs/credits/batch/batch.policy.js'
import type { BatchRow } from '../../subgraphs/credits/batch/batch-row.js'
import { findRows } from '../../subgraphs/credits/batch/batch-rows.query.js'
import type { RowCells } from '../../subgraphs/credits/batch/columns.js'
import { writeRows } from '../../subgraphs/credits/batch/write-rows.js'
import { CompletionSource } from '../../subgraphs/credits/completion/completion.js'
import { learnersModel } from '../../subgraphs/credits/learner/follow-learners.js'
import { httpLearners } from '../../subgraphs/credits/learner/learner-source.js'
import { creditsOrm } from '../../subgraphs/credits/orm.js'
import { httpOwners } from '../../subgraphs/credits/owners/http-owners.js'
import type { Owners } from '../../subgraphs/credits/owners/owners.js'
import { judgeChunk, prepareChunk } from '../../subgraphs/credits/record/apply-chunk.js'
import { anActivity } from '../../subgraphs/credits/record/testing.js'
import { writeVerdicts } from '../../subgraphs/credits/record/write-verdicts.js'
import { judgeAgain } from '../../subgraphs/credits/review/judge-again.js'
import { requestReview, withdrawReview } from '../../subgraphs/credits/review/request-review.js'
import { httpReviewListener, type ReviewListener } from '../../subgraphs/credits/review/review-listener.js'
import { tellReviews } from '../../subgraphs/credits/review/tell-reviews.js'
import { Reviews } from '../../subgraphs/learners/review/testing.js'
import { claimsOf, TestSubgraph } from '../../subgraphs/learners/testing/subgraph.js'
import { Viewer, type ViewerClaims } from '../../subgraphs/reference/viewer.js'
import { catchUp } from '../../subgraphs/shared/outbox/follow.js'
import { Policies } from '../../subgraphs/shared/policy.js'
import { migrate } from '../../subgraphs/shared/postgres/migrate.js'
import { countOutcomes } from '../../subgraphs/shared/upload/progress.js'
import { BatchState } from '../../subgraphs/shared/upload/upload-enums.js'
import { type FreshDatabase, freshDatabase } from './postgres.js'

export const ada = claimsOf('PROVIDER_REPORTER', { accountId: 'ada', providerId: '0008273' })
const policies = new Policies<Viewer>()
addBatchPolicies(policies)

/** The databases of learners and credits, and everything that goes between them about reviews, without HTTP. */
export class ReviewStory {
  private constructor(
    readonly learners: TestSubgraph,
    readonly credits: MikroORM,
    readonly reviews: Reviews,
    readonly owners: Owners,
    readonly listener: ReviewListener,
    private readonly model: ReturnType<typeof learnersModel>,
    private readonly database: FreshDatabase,
  ) {}

  static async start(): Promise<ReviewStory> {
    const database = await freshDatabase('credits')
    const credits = await creditsOrm(database.url)
    await migrate(credits)
    const learners = await TestSubgraph.start()
    const client = {
      async ask<T>(source: string, variables: object): Promise<T> {
        const { data, errors } = await learners.askAsCredits<T>(source, { ...variables })
        if (errors?.length || !data) throw new Error(errors?.[0]?.message)
        return data
      },
    }
    const owners = httpOwners(client, async (ids) => new Map(ids.map((id) => [id, anActivity({ activityId: id })])))
    const model = learnersModel(httpLearners(client))
    const listener = httpReviewListener(client)
    return new ReviewStory(learners, credits, new Reviews(learners), owners, listener, model, database)
  }

  async stop(): Promise<void> {
    await this.credits.close()
    await this.learners.stop()
    await this.database.drop()
  }

  /** A batch of these rows as a worker leaves it; rows begin with number 3, as in a file. */
  async report(rows: readonly RowCells[], changes: Partial<Batch> = {}): Promise<string> {
    const numbered = rows.map((cells, index) => ({ rowNumber: index + 3, cells }))
    const providerId = changes.providerId ?? '0008273'
    const chunk = await prepareChunk(numbered, this.owners, providerId)
    return this.credits.em.fork().transactional(async (em) => {
      const batchId = randomUUID()
      const verdicts = await judgeChunk(em, chunk, { providerId, today: '2026-06-30', newId: randomUUID })
      const [source, submittedBy] = [CompletionSource.FILE, 'ada']
      const counts = countOutcomes(verdicts)
      const now = new Date()
      em.create(Batch, {
        ...{ batchId, providerId, source, submittedBy, state: BatchState.DONE, createdAt: now, ...counts, ...changes },
        appliedRows: rows.length,
      })
      await em.flush()
      await writeVerdicts(em, verdicts, { providerId, source, batchId, submittedBy })
      await writeRows(em, [{ batchId, verdicts }])
      return batchId
    })
  }

  ask(batchId: string, rowNumbers: readonly number[] | null = null, claims: ViewerClaims | undefined = ada) {
    return requestReview(batchId, rowNumbers, this.toolsOf(claims))
  }

  withdraw(batchId: string, rowNumbers: readonly number[] | null = null, claims: ViewerClaims | undefined = ada) {
    return withdrawReview(batchId, rowNumbers, this.toolsOf(claims))
  }

  tell(listener: ReviewListener = this.listener): Promise<boolean> {
    return tellReviews(this.credits.em.fork(), listener)
  }

  /** Follows what the learners subgraph tells; may die before that is remembered. */
  follow(death?: Error): Promise<boolean> {
    const { model } = this
    const apply: typeof model.apply = async (...call) => {
      await model.apply(...call)
      if (death) throw death
    }
    return catchUp(this.credits.em.fork(), { ...model, apply })
  }

  judge(): Promise<boolean> {
    return judgeAgain({ em: this.credits.em, owners: this.owners, today: () => '2026-06-30', newId: randomUUID })
  }

  /** Lets everything happen that is under way, however long a decision takes to come into force. */
  async settle(): Promise<void> {
    for (let round = 0; round < 4; round++) {
      while (await this.tell());
      await this.followAll()
      await this.reviews.pass()
      await this.credits.em
        .fork()
        .execute(`update row_review set judge_again_at = least(judge_again_at, now()) where judge_again_at is not null`)
      while (await this.judge());
    }
  }

  async rows(batchId: string): Promise<BatchRow[]> {
    return findRows(this.credits.em.fork(), { batchId, afterRow: 0, limit: 100 })
  }

  /** What became of the rows of a batch, in the form that tests compare. */
  async outcomes(batchId: string): Promise<string[]> {
    const rows = await this.rows(batchId)
    return rows.map(({ outcome, issues }) => [outcome, ...issues.map(({ code }) => code)].join(' '))
  }

  async counts(batchId: string) {
    return (await this.credits.em.fork().findOneOrFail(Batch, batchId)).counts
  }

  async count(sql: string): Promise<number> {
    const [row] = await this.credits.em.fork().execute<{ count: string }[]>(`select count(*) from ${sql}`)
    return Number(row?.count)
  }

  /** Follows until nothing is left. Events are told once every older transaction on the server has ended, whoever’s it is. */
  private async followAll(): Promise<void> {
    const em = this.credits.em.fork()
    const [{ now } = { now: '' }] = await em.execute<{ now: string }[]>('select pg_current_xact_id()::text as now')
    const olderHaveEnded = async () => {
      const [row] = await em.execute<{ ended: boolean }[]>(
        'select pg_snapshot_xmin(pg_current_snapshot()) > ?::xid8 as ended',
        [now],
      )
      return row?.ended ?? false
    }
    while (!(await olderHaveEnded())) await setTimeout(50)
    while (await this.follow());
  }

  private toolsOf(claims: ViewerClaims | undefined) {
    return { em: this.credits.em.fork(), viewer: new Viewer(claims, policies), now: () => new Date() }
  }
}
