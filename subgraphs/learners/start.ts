import type { ViewerClaims } from '../reference/viewer.js'
import { startSubgraphServer } from '../shared/graphql/subgraph-server.js'
import type { Part, PartConfig } from '../shared/part.js'
import { migrate } from '../shared/postgres/migrate.js'
import { createOrm } from '../shared/postgres/orm.js'
import { InternalTokenVerifier } from '../shared/security/internal-token.js'
import { loadVerifyingKey } from '../shared/security/keys.js'
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
import { buildLearners } from './schema.js'

/** The mapper of the learners database. */
export const learnersOrm = (url: string) =>
  createOrm({
    url,
    entities: [Learner, LearnerFamilyName, LicenseRecord, DiplomateRecord, MergeProposal, MergeDecision],
    migrations: [
      Migration20261101000000Create,
      Migration20261123100000Registry,
      Migration20261123110000MatchDecision,
      Migration20261123120000GuessBudget,
    ],
  })

/** Serves the learners subgraph; its database is migrated forward first. */
export async function startLearners({ openDatabase, host, port, keysDir, log }: PartConfig): Promise<Part> {
  const url = await openDatabase()
  const orm = await learnersOrm(url)
  await migrate(orm)
  const index = MatchingIndex.open({ url, orm, log })
  const matching = { index, fingerprintKey: await fingerprintKey(keysDir) }
  const trusted = await Promise.all(['gateway', 'credits'].map((owner) => loadVerifyingKey(keysDir, owner)))

  const server = await startSubgraphServer<ViewerClaims, LearnersContext>({
    schema: await buildLearners(),
    verifier: new InternalTokenVerifier('learners', trusted),
    host,
    port,
    log,
    checkReady: async () => {
      index.checkReady()
      await orm.em.fork().execute('select 1')
    },
    contextOf: ({ claims, issuer }) => learnersContext(orm.em.fork(), matching, issuer, claims),
  })
  return {
    port: server.port,
    stop: async () => {
      await server.close()
      await index.stop()
      await orm.close()
    },
  }
}
