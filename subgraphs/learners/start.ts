import { v7 } from 'uuid'
import type { ViewerClaims } from '../reference/viewer.js'
import { startSubgraphServer } from '../shared/graphql/subgraph-server.js'
import { answerFile } from '../shared/http/file-routes.js'
import type { Part } from '../shared/part.js'
import { forkFor } from '../shared/postgres/fork-for.js'
import { prepareDatabase } from '../shared/postgres/migrate.js'
import { createOrm } from '../shared/postgres/orm.js'
import { JobQueue } from '../shared/queue/job-queue.js'
import { InternalTokenVerifier } from '../shared/security/internal-token.js'
import { loadVerifyingKey } from '../shared/security/keys.js'
import { Spool } from '../shared/upload/spool.js'
import type { LearnersConfig } from './config.js'
import { type LearnersContext, learnersContext } from './context.js'
import { DiplomateRecord } from './learner/diplomate-record.js'
import { Learner } from './learner/learner.js'
import { LearnerFamilyName } from './learner/learner-family-name.js'
import { LicenseRecord } from './learner/license-record.js'
import { fingerprintKey } from './matching/decision/fingerprint.js'
import { MatchingIndex } from './matching/follow/matching-index.js'
import { MergeDecision } from './merge/merge-decision.js'
import { MergeProposal } from './merge/merge-proposal.js'
import { Migration20261101000000Create } from './migrations/migration-20261101000000-create.js'
import { Migration20261123100000Registry } from './migrations/migration-20261123100000-registry.js'
import { Migration20261123110000MatchDecision } from './migrations/migration-20261123110000-match-decision.js'
import { Migration20261123120000GuessBudget } from './migrations/migration-20261123120000-guess-budget.js'
import { Migration20261123130000DecisionText } from './migrations/migration-20261123130000-decision-text.js'
import { Migration20261123140000ValidationFile } from './migrations/migration-20261123140000-validation-file.js'
import { Migration20261123150000Review } from './migrations/migration-20261123150000-review.js'
import { Migration20261123151000Housekeeping } from './migrations/migration-20261123151000-housekeeping.js'
import { Migration20261123152000DuplicateSearch } from './migrations/migration-20261123152000-duplicate-search.js'
import { Migration20261126100000ValidationMoves } from './migrations/migration-20261126100000-validation-moves.js'
import { ReviewCase } from './review/review-case.js'
import { ReviewStep } from './review/review-step.js'
import { buildLearners } from './schema.js'
import { learnerServices } from './service/learner-match.js'
import { ValidationBatch, validationQueueName } from './validation/file/validation-batch.js'
import { routeValidationFiles } from './validation/files.route.js'

/** The mapper of the learners database. */
export const learnersOrm = (url: string) =>
  createOrm({
    url,
    entities: [
      Learner,
      LearnerFamilyName,
      LicenseRecord,
      DiplomateRecord,
      MergeProposal,
      MergeDecision,
      ValidationBatch,
      ReviewCase,
      ReviewStep,
    ],
    migrations: [
      Migration20261101000000Create,
      Migration20261123100000Registry,
      Migration20261123110000MatchDecision,
      Migration20261123120000GuessBudget,
      Migration20261123130000DecisionText,
      Migration20261123140000ValidationFile,
      Migration20261123150000Review,
      Migration20261123151000Housekeeping,
      Migration20261123152000DuplicateSearch,
      Migration20261126100000ValidationMoves,
    ],
  })

/** Serves the learners subgraph; its database is migrated forward first. */
export async function startLearners(config: LearnersConfig): Promise<Part> {
  const { openDatabase, host, port, keysDir, spoolDir, log } = config
  const url = await openDatabase()
  const orm = await learnersOrm(url)
  const queue = await prepareDatabase(orm, () => JobQueue.open(validationQueueName, url, log, 'SENDER'))
  const files = { queue, spool: new Spool(spoolDir), newId: v7 }
  const index = MatchingIndex.open({ url, orm, log })
  const matching = { index, fingerprintKey: await fingerprintKey(keysDir) }
  const trusted = await Promise.all(['gateway', 'credits'].map((owner) => loadVerifyingKey(keysDir, owner)))

  const contextOf = (claims: ViewerClaims | undefined, caller: string, signal?: AbortSignal) =>
    learnersContext({ em: forkFor(orm, signal), matching, files, caller, claims })

  const server = await startSubgraphServer<ViewerClaims, LearnersContext>({
    part: 'learners',
    drainMs: config.drainMs,
    schema: await buildLearners(),
    verifier: new InternalTokenVerifier('learners', trusted),
    host,
    port,
    log,
    checkReady: async () => {
      index.checkReady()
      await orm.em.fork().execute('select 1')
    },
    contextOf: ({ claims, issuer }, signal) => contextOf(claims, issuer, signal),
    route: async (call, request, response) =>
      (await routeValidationFiles(contextOf(call.claims, call.issuer), request, response)) ||
      answerFile([learnerServices], contextOf(call.claims, call.issuer), request, response),
  })
  return {
    port: server.port,
    stop: async () => {
      await server.close()
      await Promise.all([index.stop(), queue.close()])
      await orm.close()
    },
  }
}
