import type { EntityManager } from '@mikro-orm/postgresql'
import DataLoader from 'dataloader'
import { v7 } from 'uuid'
import { Viewer, type ViewerClaims } from '../reference/viewer.js'
import { loaderOf } from '../shared/graphql/loader.js'
import { startSubgraphServer } from '../shared/graphql/subgraph-server.js'
import type { Part } from '../shared/part.js'
import { Policies } from '../shared/policy.js'
import { forkFor } from '../shared/postgres/fork-for.js'
import { prepareDatabase } from '../shared/postgres/migrate.js'
import { JobQueue } from '../shared/queue/job-queue.js'
import { InternalTokenVerifier } from '../shared/security/internal-token.js'
import { loadVerifyingKey } from '../shared/security/keys.js'
import { ProgressFeed } from '../shared/upload/follow/progress-feed.js'
import { Spool } from '../shared/upload/spool.js'
import { batchQueueName, outcomeColumns } from './batch/batch.js'
import { addBatchPolicies } from './batch/batch.policy.js'
import { KeptDashboards } from './board/kept-dashboards.js'
import { openBoardLine } from './board/webhook/board-line.js'
import { addCheckInPolicies } from './check-in/check-in.policy.js'
import type { Completion } from './completion/completion.js'
import { visibleParts } from './completion/completion.policy.js'
import { findRecords } from './completion/completion.query.js'
import type { CreditSummary, SummaryKey } from './completion/credit-summary.js'
import { summarize } from './completion/credit-summary.query.js'
import { findHistories, type HistoryKey, pageOf } from './completion/history.query.js'
import { findSubmittedNames } from './completion/submitted-name.query.js'
import type { CreditsConfig } from './config.js'
import type { CreditsContext } from './context.js'
import { routeFiles } from './files.route.js'
import { certificateSpool } from './missing-credit/certificate.js'
import { addCreditRequestPolicies } from './missing-credit/credit-request.policy.js'
import { requestStepsLoader } from './missing-credit/request-steps.query.js'
import { creditsOrm } from './orm.js'
import { openOwners } from './owners/open-owners.js'
import { countResent } from './resend/rows-to-correct.query.js'
import { buildCredits } from './schema.js'
import { Recorder } from './submission/recorder.js'

const policies = new Policies<Viewer>()
addBatchPolicies(policies)
addCheckInPolicies(policies)
addCreditRequestPolicies(policies)

/** Serves the credits subgraph; its database is migrated forward first. */
export async function startCredits(config: CreditsConfig): Promise<Part> {
  const { log, keysDir } = config
  const url = await config.openDatabase()
  const orm = await creditsOrm(url)
  const queue = await prepareDatabase(orm, () => JobQueue.open(batchQueueName, url, log, 'SENDER'))
  const { owners, foreignEntities, close } = await openOwners(config, orm.em)
  const spool = new Spool(config.spoolDir)
  const progress = new ProgressFeed({ table: 'batch', counts: outcomeColumns }, orm.em, log)
  const certificates = certificateSpool(config.spoolDir)
  const boardLine = await openBoardLine(config)
  const now = () => new Date()
  const recorder = new Recorder({ em: orm.em, owners, now, newId: v7 })
  const boardDashboards = new KeptDashboards(orm.em, now)
  const contextOf = (claims: ViewerClaims | undefined, signal?: AbortSignal): CreditsContext => {
    const em = forkFor(orm, signal)
    const viewer = new Viewer(claims, policies)
    return {
      viewer,
      em,
      signal,
      recorder,
      boardDashboards,
      owners,
      foreignEntities,
      queue,
      spool,
      progress,
      certificates,
      boardLine,
      now,
      newId: v7,
      ...loadersOf(em, viewer),
    }
  }

  const server = await startSubgraphServer<ViewerClaims, CreditsContext>({
    part: 'credits',
    drainMs: config.drainMs,
    schema: await buildCredits(),
    verifier: new InternalTokenVerifier('credits', [await loadVerifyingKey(keysDir, 'gateway')]),
    host: config.host,
    port: config.port,
    log,
    checkReady: async () => void (await orm.em.fork().execute('select 1')),
    contextOf: ({ claims }, signal) => contextOf(claims, signal),
    route: (call, request, response) => routeFiles(contextOf(call.claims), request, response),
  })
  return {
    port: server.port,
    stop: async () => {
      await progress.close()
      await server.close()
      await queue.close()
      await close()
      await boardLine.caller.close()
      await orm.close()
    },
  }
}

function loadersOf(em: EntityManager, viewer: Viewer) {
  const scope = visibleParts(viewer)
  return {
    completions: loaderOf(
      (completionIds) =>
        findRecords(em, {
          scope,
          withIds: completionIds,
          order: 'NEWEST_RECORDED',
          limit: completionIds.length,
        }),
      (completion) => completion.completionId,
    ),
    resentRows: loaderOf(
      (batchIds) => countResent(em, batchIds),
      ({ batchId }) => batchId,
    ),
    submittedNames: loaderOf(
      (completionIds) => findSubmittedNames(em, viewer.ownProviderId(), completionIds),
      (name) => name.completionId,
    ),
    histories: new DataLoader<HistoryKey, Completion[], string>((keys) => findHistories(em, scope, keys), {
      cacheKeyFn: (key) => `${key.learnerId} ${pageOf(key)}`,
    }),
    requestSteps: requestStepsLoader(em),
    summaries: new DataLoader<SummaryKey, CreditSummary, string>((keys) => summarize(em, scope, keys), {
      cacheKeyFn: ({ learnerId, from, to, knownAt }) => `${learnerId} ${from} ${to} ${knownAt?.getTime()}`,
    }),
  }
}
