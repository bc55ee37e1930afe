import type { MikroORM } from '@mikro-orm/postgresql'
import { type GraphQLSchema, graphql } from 'graphql'
import { type FreshDatabase, freshDatabase } from '../../../../../test/setup/postgres.js'
import { Viewer, type ViewerClaims } from '../../../../reference/viewer.js'
import { loaderOf } from '../../../../shared/graphql/loader.js'
import { Policies } from '../../../../shared/policy.js'
import { executeBound } from '../../../../shared/postgres/bound.js'
import { migrate } from '../../../../shared/postgres/migrate.js'
import type { ProvidersContext } from '../../../context.js'
import { ProviderOrganization } from '../../../organization/provider-organization.js'
import { buildProviders } from '../../../schema.js'
import { providersOrm } from '../../../start.js'
import { SearchIndex } from '../search-index.js'

/** What a test cares about of an activity; the rest is filled in. */
export type ActivityColumns = Record<string, unknown>

/** The answer of the graph, with its data still to be read. */
export interface Answer {
  data?: Record<string, unknown> | null
  errors?: readonly { message: string; extensions?: { code?: string } }[]
}

/** Activities in a database of their own, and the search over them. */
export class Catalogue {
  private lastId = 300_000_000

  private constructor(
    readonly orm: MikroORM,
    private readonly database: FreshDatabase,
    private readonly schema: GraphQLSchema,
    readonly index: SearchIndex,
  ) {}

  static async open(): Promise<Catalogue> {
    const database = await freshDatabase('providers')
    const orm = await providersOrm(database.url)
    await migrate(orm)
    const catalogue = new Catalogue(orm, database, await buildProviders(), new SearchIndex(() => orm.em.fork()))
    await catalogue.run(`insert into provider_organization (provider_id, name, accreditation_type)
      values ('0000001', 'Northern Light Institute', 'ACCME'), ('0000002', 'Cascade Regional Hospital', 'STATE')`)
    return catalogue
  }

  async close(): Promise<void> {
    await this.orm.close()
    await this.database.drop()
  }

  run(statement: string, values: readonly unknown[] = []): Promise<Record<string, unknown>[]> {
    return executeBound(this.orm.em.fork(), statement, values)
  }

  /** Writes an activity, as columns of its table, and answers its id. */
  async has(columns: ActivityColumns): Promise<string> {
    this.lastId += 1
    const row = { ...usual, activity_id: String(this.lastId), ...columns }
    const names = Object.keys(row)
    await this.run(
      `insert into activity (${names.join(', ')}) values (${names.map((_, index) => `$${index + 1}`).join(', ')})`,
      Object.values(row),
    )
    return row.activity_id
  }

  async registers(activityId: string, board: string, creditTypes: string[], practiceAreas: string[] = []) {
    await this.run(
      `insert into moc_registration
         (activity_id, board_code, point_quarters, credit_types, practice_areas, attestations, attested_by, attested_at)
       values ($1, $2, 4, $3, $4, '{}', 'ada', now())`,
      [activityId, board, creditTypes, practiceAreas],
    )
  }

  /** What somebody is answered; nobody without claims. */
  async asks(
    source: string,
    variableValues: Record<string, unknown> = {},
    claims?: ViewerClaims,
    now = new Date('2026-06-30T18:00:00Z'),
  ): Promise<Answer> {
    const em = this.orm.em.fork()
    const contextValue: Partial<ProvidersContext> = {
      viewer: new Viewer(claims, new Policies()),
      caller: 'gateway',
      em,
      search: this.index,
      now: () => now,
      organizations: loaderOf(
        (ids) => em.find(ProviderOrganization, { providerId: { $in: [...ids] } }),
        (organization) => organization.providerId,
      ),
    }
    const answer = await graphql({ schema: this.schema, source, contextValue, variableValues })
    return JSON.parse(JSON.stringify(answer))
  }

  /** A search, with everything it answers. */
  async searches(variables: Record<string, unknown> = {}): Promise<Found> {
    const { data, errors } = await this.asks(searchQuery, variables)
    if (errors) throw new Error(`${errors[0]?.extensions?.code}: ${errors[0]?.message}`)
    return (data as { searchActivities: Found }).searchActivities
  }

  /** The titles that a search finds, in order. */
  async finds(text: string | null, filter: object = {}, sort = 'RELEVANCE'): Promise<string[]> {
    const { edges } = await this.searches({ text, filter, sort })
    return edges.map(({ node }) => node.activity.title)
  }
}

interface Piece {
  text: string
  isMatch: boolean
}

export interface Found {
  totalCount: number
  correctedText: string | null
  pageInfo: { hasNextPage: boolean; endCursor: string | null }
  edges: {
    cursor: string
    node: { activity: { activityId: string; title: string }; title: Piece[]; snippet: Piece[] }
  }[]
  facets: {
    facet: string
    valueCount: number
    values: { value: string; label: string; count: number; isSelected: boolean }[]
  }[]
}

/** What is counted of one facet, value by value. */
export const countsOf = (found: Found, facet: string): Record<string, number> =>
  Object.fromEntries(found.facets.find((each) => each.facet === facet)?.values.map((v) => [v.value, v.count]) ?? [])

const searchQuery = `
  query ($text: String, $filter: ActivityFilter, $sort: SearchSort! = RELEVANCE, $first: Int! = 25, $after: String) {
    searchActivities(text: $text, filter: $filter, sort: $sort, first: $first, after: $after) {
      totalCount correctedText pageInfo { hasNextPage endCursor }
      edges { cursor node {
        activity { activityId title }
        title { text isMatch } snippet { text isMatch }
      } }
      facets { facet valueCount values { value label count isSelected } }
    }
  }`

const usual = {
  provider_id: '0000001',
  title: 'An activity',
  description: 'What physicians do.',
  url: 'https://learn.test/a',
  activity_format: 'ENDURING',
  delivery_methods: ['ONLINE'],
  starts_on: '2026-01-01',
  ends_on: '2026-12-31',
  providership: 'DIRECT',
  credit_quarters: 4,
  display_in_passport: true,
  fee: 'NO_FREE',
  registration: 'OPEN_TO_ALL',
  status: 'ACTIVE',
}
