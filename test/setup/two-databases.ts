import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import type { EntityManager, MikroORM } from '@mikro-orm/postgresql'
import { graphql } from 'graphql'
import { checks } from '../../scripts/reconcile/checks.js'
import { compare } from '../../scripts/reconcile/compare.js'
import { type ActivitySource, httpActivities } from '../../subgraphs/credits/activity/activity-source.js'
import { currentActivities } from '../../subgraphs/credits/activity/current-activities.js'
import { activitiesModel } from '../../subgraphs/credits/activity/follow-activities.js'
import { type CreditListener, httpCreditListener } from '../../subgraphs/credits/count/credit-listener.js'
import { tellNext } from '../../subgraphs/credits/count/tell-credit.js'
import { creditsOrm } from '../../subgraphs/credits/orm.js'
import type { Owners } from '../../subgraphs/credits/owners/owners.js'
import type { ProvidersContext } from '../../subgraphs/providers/context.js'
import { readFactPage } from '../../subgraphs/providers/feed/activity-feed.query.js'
import { buildProviders } from '../../subgraphs/providers/schema.js'
import { providersOrm } from '../../subgraphs/providers/start.js'
import { catchUp } from '../../subgraphs/shared/outbox/follow.js'
import { appendEvents } from '../../subgraphs/shared/outbox/outbox.js'
import { migrate } from '../../subgraphs/shared/postgres/migrate.js'
import { freshDatabases } from './postgres.js'

export const northernLight = '0008273'

/** The databases of providers and credits, and the two ways in which they hear of each other, without HTTP between. */
export class TwoDatabases {
  private constructor(
    readonly providers: MikroORM,
    readonly credits: MikroORM,
    readonly activities: ActivitySource,
    readonly listener: CreditListener,
    readonly urls: Record<'providers' | 'credits', string>,
    private readonly drop: () => Promise<void>,
  ) {}

  static async start(): Promise<TwoDatabases> {
    const databases = await freshDatabases(['providers', 'credits'])
    const providers = await providersOrm(databases.providers.url)
    const credits = await creditsOrm(databases.credits.url)
    await migrate(providers)
    await migrate(credits)
    const urls = { providers: databases.providers.url, credits: databases.credits.url }
    const schema = await buildProviders()
    const client = {
      async ask<T>(source: string, variableValues: object): Promise<T> {
        const contextValue = { em: providers.em.fork(), caller: 'credits' } as ProvidersContext
        const answer = await graphql({ schema, source, contextValue, variableValues: { ...variableValues } })
        if (answer.errors?.length) throw answer.errors[0]
        return JSON.parse(JSON.stringify(answer.data))
      },
    }
    await providers.em
      .fork()
      .execute(`insert into provider_organization values (?, 'Northern Light', 'ACCME', null)`, [northernLight])
    return new TwoDatabases(providers, credits, httpActivities(client), httpCreditListener(client), urls, async () => {
      await providers.close()
      await credits.close()
      await Promise.all(Object.values(databases).map((database) => database.drop()))
    })
  }

  stop(): Promise<void> {
    return this.drop()
  }

  /** What `npm run reconcile` finds different between the two databases and within them. */
  async differences(): Promise<string[]> {
    const urls = { ...this.urls, gateway: '', learners: '' }
    const own = checks.filter(({ truth, copy }) => [truth, copy].every(({ part }) => part in this.urls))
    const found = await Promise.all(own.map((check) => compare(check, urls, 0)))
    return found.flatMap(({ differences }) => differences.map(({ key, truth, copy }) => `${key}: ${truth} ≠ ${copy}`))
  }

  /** What the path of a row asks; who a learner is, the test says. */
  ownersWith(matchLearners: Owners['matchLearners']): Owners {
    return {
      activityFacts: (ids) => currentActivities(this.credits.em.fork(), this.activities, ids),
      matchLearners,
      physician: () => Promise.reject(new Error('Nobody asks for a physician here.')),
    }
  }

  async addActivity(activityId: string): Promise<void> {
    await this.change(activityId, (em) =>
      em.execute(
        `insert into activity (activity_id, provider_id, title, status, activity_format, starts_on, ends_on, providership,
           credit_quarters, display_in_passport)
         values (?, ?, 'Heart Failure Update', 'ACTIVE', 'COURSE', '2026-06-01', '2026-06-25', 'DIRECT', 40, true)`,
        [activityId, northernLight],
      ),
    )
  }

  /** Changes an activity and tells of it in one transaction, as the owner does. */
  change(activityId: string, change: (em: EntityManager) => Promise<unknown>): Promise<void> {
    return this.providers.em.fork().transactional((em) => this.changeWithin(em, activityId, change))
  }

  async changeWithin(em: EntityManager, activityId: string, change: (em: EntityManager) => Promise<unknown>) {
    await change(em)
    await em.execute('update activity set version = version + 1 where activity_id = ?', [activityId])
    const { facts } = await readFactPage(em, null, 5_000)
    const payload = facts.find((fact) => fact.activityId === activityId)
    if (!payload) throw new Error(`There is no activity ${activityId}.`)
    const event = { aggregateType: 'activity', aggregateId: activityId, type: 'ACTIVITY_CHANGED', payload }
    await appendEvents(em, [{ ...event, eventId: randomUUID() }])
  }

  /** Follows until every event of activities is applied; other databases of the server may delay them. */
  async followAll(source: ActivitySource = this.activities): Promise<void> {
    await this.untilSame('providers', () => catchUp(this.credits.em.fork(), activitiesModel(source)))
  }

  async tellAll(listener: CreditListener = this.listener): Promise<void> {
    await this.untilSame('credits', () => tellNext(this.credits.em.fork(), listener))
  }

  /** Works until nothing more comes, with nothing in the outbox behind what is visible. */
  private async untilSame(of: 'providers' | 'credits', step: () => Promise<boolean>): Promise<void> {
    for (;;) {
      const held = await this[of].em
        .fork()
        .execute<{ held: boolean }[]>(
          `select exists (select from outbox_event where transaction_id >= pg_snapshot_xmin(pg_current_snapshot())) as held`,
        )
      const more = await step()
      if (!more && !held[0]?.held) return
      if (!more) await sleep(10)
    }
  }
}
