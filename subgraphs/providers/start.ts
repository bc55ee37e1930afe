import { v7 } from 'uuid'
import type { ViewerClaims } from '../reference/viewer.js'
import { startSubgraphServer } from '../shared/graphql/subgraph-server.js'
import { answerFile } from '../shared/http/file-routes.js'
import { keepForgettingLiveEvents } from '../shared/live/live-events.js'
import type { Part } from '../shared/part.js'
import { forkFor } from '../shared/postgres/fork-for.js'
import { prepareDatabase } from '../shared/postgres/migrate.js'
import { createOrm } from '../shared/postgres/orm.js'
import { JobQueue } from '../shared/queue/job-queue.js'
import { InternalTokenVerifier } from '../shared/security/internal-token.js'
import { loadVerifyingKey } from '../shared/security/keys.js'
import { Spool } from '../shared/upload/spool.js'
import { Activity } from './activity/activity.js'
import { ActivityChange } from './activity/activity-change.js'
import { MocRegistration } from './activity/moc-registration.js'
import { SearchIndex } from './activity/search/search-index.js'
import type { ProvidersConfig } from './config.js'
import { type ProvidersContext, providersContext } from './context.js'
import { keepReleasing } from './credit/keep-releasing.js'
import { ActivityBatch, activityQueueName } from './intake/batch/activity-batch.js'
import { routeActivityFiles } from './intake/files.route.js'
import { keepForgettingChanges } from './live/public-change.js'
import { routeMark } from './mark/mark.route.js'
import { Migration20261101000000Create } from './migrations/migration-20261101000000-create.js'
import { Migration20261123000000ActivityFields } from './migrations/migration-20261123000000-activity-fields.js'
import { Migration20261123010000ActivityFiles } from './migrations/migration-20261123010000-activity-files.js'
import { Migration20261123020000ActivitySearch } from './migrations/migration-20261123020000-activity-search.js'
import { Migration20261123030000Credit } from './migrations/migration-20261123030000-credit.js'
import { Migration20261123030100YearEnd } from './migrations/migration-20261123030100-year-end.js'
import { Migration20261124120200PublicChange } from './migrations/migration-20261124120200-public-change.js'
import { Migration20261125110000ActivityStanding } from './migrations/migration-20261125110000-activity-standing.js'
import { Migration20261126100100ActivityFileMoves } from './migrations/migration-20261126100100-activity-file-moves.js'
import { ProviderOrganization } from './organization/provider-organization.js'
import { routePublic } from './public/public.route.js'
import { buildProviders } from './schema.js'
import { activityServices } from './service/activity-services.js'
import { keepReminding } from './year-end/reminder-job.js'

/** The mapper of the providers database. */
export const providersOrm = (url: string) =>
  createOrm({
    url,
    entities: [ProviderOrganization, Activity, MocRegistration, ActivityChange, ActivityBatch],
    migrations: [
      Migration20261101000000Create,
      Migration20261123000000ActivityFields,
      Migration20261123010000ActivityFiles,
      Migration20261123020000ActivitySearch,
      Migration20261123030000Credit,
      Migration20261123030100YearEnd,
      Migration20261124120200PublicChange,
      Migration20261125110000ActivityStanding,
      Migration20261126100100ActivityFileMoves,
    ],
  })

/** Serves the providers subgraph; its database is migrated forward first. */
export async function startProviders(config: ProvidersConfig): Promise<Part> {
  const { openDatabase, host, port, keysDir, spoolDir, log } = config
  const url = await openDatabase()
  const orm = await providersOrm(url)
  const { reminding, queue } = await prepareDatabase(orm, async () => ({
    reminding: await keepReminding(url, orm.em, log),
    queue: await JobQueue.open(activityQueueName, url, log, 'SENDER'),
  }))
  const files = { queue, spool: new Spool(spoolDir), newId: v7 }
  const search = new SearchIndex(() => orm.em.fork())
  await search.current()
  const trusted = await Promise.all(['gateway', 'credits'].map((owner) => loadVerifyingKey(keysDir, owner)))
  const stopping = new AbortController()

  const contextOf = (claims: ViewerClaims | undefined, caller: string, signal?: AbortSignal) =>
    providersContext({ em: forkFor(orm, signal), caller, claims, search, files })

  const server = await startSubgraphServer<ViewerClaims, ProvidersContext>({
    part: 'providers',
    drainMs: config.drainMs,
    schema: await buildProviders(),
    verifier: new InternalTokenVerifier('providers', trusted),
    host,
    port,
    log,
    checkReady: async () => void (await orm.em.fork().execute('select 1')),
    contextOf: ({ claims, issuer }, signal) => contextOf(claims, issuer, signal),
    route: async (call, request, response) =>
      (await routeActivityFiles(contextOf(call.claims, call.issuer), request, response)) ||
      (await answerFile([activityServices], contextOf(call.claims, call.issuer), request, response)) ||
      (await routeMark(contextOf(call.claims, call.issuer), request, response)) ||
      routePublic({ em: orm.em.fork(), now: () => new Date() }, request, response),
  })
  const releasing = keepReleasing(orm.em, log, stopping.signal)
  const forgetting = Promise.all([
    keepForgettingChanges(orm.em, log, stopping.signal),
    keepForgettingLiveEvents(orm.em, log, stopping.signal),
  ])
  return {
    port: server.port,
    stop: async () => {
      stopping.abort()
      await server.close()
      await Promise.all([releasing, forgetting, reminding.stop(), queue.close()])
      await orm.close()
    },
  }
}
