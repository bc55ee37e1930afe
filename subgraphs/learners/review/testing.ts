import { randomUUID } from 'node:crypto'
import type { ViewerClaims } from '../../reference/viewer.js'
import type { LearnerClaim } from '../matching/match-types.js'
import { aClaim } from '../testing/people.js'
import { claimsOf, type TestSubgraph } from '../testing/subgraph.js'

export const op = claimsOf('OPERATOR', { accountId: 'op' })
export const other = claimsOf('OPERATOR', { accountId: 'other' })
export const ada = claimsOf('PROVIDER_REPORTER', { providerId: '0008273' })

/** A row of a provider of which it asks whom it means, as the credits subgraph tells of it. */
export const news = (claim: LearnerClaim, changes: object = {}) => ({
  batchId: randomUUID(),
  rowNumber: 3,
  providerId: '0008273',
  revision: 1,
  isOpen: true,
  claim,
  credits: 5,
  points: 0,
  askedAt: '2026-06-30T12:00:00.000Z',
  ...changes,
})

/** The same for somebody of whom there are two, unless told otherwise. */
export const aRow = (changes: object = {}, claim: Parameters<typeof aClaim>[0] = {}) => news(aClaim(claim), changes)

export interface CaseAnswer {
  caseId: string
  kind: string
  state: string
  rowCount: number
  credits: number
  expectedHarm: number
  claim: { familyName: string; birthday: string }
  choice: { learner: { learnerId: string } | null; isNobody: boolean } | null
  undoableUntil: string | null
  history: { step: string; by: string; note: string | null }[]
  match: {
    decision: string
    candidates: {
      learnerId: string
      probability: number
      priorBits: number
      totalBits: number
      needsSecond: boolean
      vetoes: { name: string; reason: string; needsSecond: boolean }[]
      fields: { field: string; level: string | null; bits: number; given: string | null; onFile: string[] }[]
    }[]
  }
}

const caseFields = `
  caseId kind state rowCount credits expectedHarm claim { familyName birthday }
  choice { learner { learnerId } isNobody } undoableUntil history { step by note }
  match { decision candidates { learnerId probability priorBits totalBits needsSecond
    vetoes { name reason needsSecond } fields { field level bits given onFile } } }`

/** What providers and operators do about reviews, in a subgraph of a test. */
export class Reviews {
  constructor(private readonly subgraph: TestSubgraph) {}

  /** Credits tells of rows; answers how many were new. */
  async told(...rows: ReturnType<typeof news>[]): Promise<number | undefined> {
    const mutation = 'mutation ($news: [ReviewNews!]!) { receiveReviews(news: $news) }'
    const { data, errors } = await this.subgraph.askAsCredits<{ receiveReviews: number }>(mutation, { news: rows })
    if (errors) throw new Error(errors[0]?.message)
    return data?.receiveReviews
  }

  async cases(state = 'OPEN', claims: ViewerClaims = op): Promise<CaseAnswer[]> {
    const { data } = await this.subgraph.ask<{ reviewCases: { edges: { node: CaseAnswer }[] } }>(
      `query ($state: ReviewState!) { reviewCases(state: $state) { edges { node { ${caseFields} } } } }`,
      claims,
      { state },
    )
    return data?.reviewCases.edges.map(({ node }) => node) ?? []
  }

  /** The only open case. */
  async only(): Promise<CaseAnswer> {
    const [found, ...more] = await this.cases()
    if (!found || more.length) throw new Error(`There are ${more.length + (found ? 1 : 0)} open cases.`)
    return found
  }

  decide(caseId: string, choice: { learnerId?: string; nobody?: boolean }, claims = op, note: string | null = null) {
    return this.act('decideReview', { caseId, ...choice, note }, claims)
  }

  confirm(caseId: string, claims = other) {
    return this.act('confirmReview', { caseId }, claims)
  }

  undo(caseId: string, claims = op) {
    return this.act('undoReview', { caseId }, claims)
  }

  /** Lets the time pass that a decision needs to come into force. */
  async pass(): Promise<void> {
    const em = this.subgraph.orm.em.fork()
    await em.execute(`update review_fact set effective_at = effective_at - interval '1 minute'`)
    await em.execute(`update review_case set effective_at = effective_at - interval '1 minute'`)
  }

  /** What credits has heard of rows so far, the newest last. */
  async heard(): Promise<
    { type: string; rows: { batchId: string; rowNumber: number; judgeAgainAt: string | null }[] }[]
  > {
    return this.subgraph.orm.em
      .fork()
      .execute(
        `select type, payload->'rows' as rows from outbox_event where aggregatetype = 'review' order by position`,
      )
  }

  private async act(mutation: string, variables: object, claims: ViewerClaims) {
    const types = 'caseId: ID!, $learnerId: ID, $nobody: Boolean! = false, $note: String'
    const given =
      mutation === 'decideReview'
        ? ['caseId: $caseId, learnerId: $learnerId, nobody: $nobody, note: $note', types]
        : ['caseId: $caseId, note: $note', 'caseId: ID!, $note: String']
    const { data, errors } = await this.subgraph.ask<Record<string, CaseAnswer>>(
      `mutation ($${given[1]}) { ${mutation}(${given[0]}) { ${caseFields} } }`,
      claims,
      { ...variables },
    )
    return data?.[mutation] ?? String(errors?.[0]?.extensions?.code)
  }
}
