import type { InternalClient } from '../../shared/http/internal-client.js'

/** What the read model keeps of a license. */
export interface LicenseFact {
  learnerId: string
  licenseId: string
  boardCode: string
  state: string
  status: string
  effectiveFrom: string
  effectiveTo: string | null
}

/** To whom a learner leads: the survivor of a merge, or null where he or she stands alone. */
export interface SurvivorFact {
  learnerId: string
  survivorId: string | null
}

/** Something that happened to learners. */
export interface LearnerEvent {
  type: 'LEARNER_CHANGED' | 'LEARNERS_MERGED' | 'LEARNERS_UNMERGED' | 'REVIEW_DECIDED' | 'REVIEW_REOPENED'
  /** Whom it happened to; of two who were merged, the one that leads to the other since. Null for reviews. */
  learnerId: string | null
  /** All licenses since then, for LEARNER_CHANGED. */
  licenses: LicenseFact[]
  /** All learners who lead to somebody else since then, for merges. */
  survivors: SurvivorFact[]
  /** The rows it is about, for reviews. */
  rows: ReviewedRow[]
}

/** A row in review: from when on it may be judged again, or null where it waits once more. */
export interface ReviewedRow {
  batchId: string
  rowNumber: number
  judgeAgainAt: string | null
}

export interface FactPage<Fact> {
  facts: Fact[]
  nextCursor: string | null
  /** Where the events stood when the page was read. */
  eventCursor: string
}

/** The owner of learners, as the read model asks it. */
export interface LearnerSource {
  licenses(after: string | null): Promise<FactPage<LicenseFact>>
  merges(after: string | null): Promise<FactPage<SurvivorFact>>
  events(after: string): Promise<{ events: LearnerEvent[]; endCursor: string | null }>
}

const pageSize = 5_000
const licenseFields = 'learnerId licenseId boardCode state status effectiveFrom effectiveTo'
const mergeFields = 'learnerId survivorId'

/** The owner of learners over HTTP. */
export function httpLearners(learners: Pick<InternalClient, 'ask'>): LearnerSource {
  const factsOf = async <Fact>(query: string, fields: string, after: string | null): Promise<FactPage<Fact>> => {
    const data = await learners.ask<Record<string, FactPage<Fact>>>(
      `query Facts($after: String, $first: Int!) {
        ${query}(after: $after, first: $first) { facts { ${fields} } nextCursor eventCursor }
      }`,
      { after, first: pageSize },
    )
    const page = data[query]
    if (!page) throw new Error(`There is no ${query} in the answer.`)
    return page
  }
  return {
    licenses: (after) => factsOf('learnerLicenseFacts', licenseFields, after),
    merges: (after) => factsOf('learnerMergeFacts', mergeFields, after),
    async events(after) {
      const data = await learners.ask<{ learnerEvents: Awaited<ReturnType<LearnerSource['events']>> }>(
        `query LearnerEvents($after: String, $first: Int!) {
          learnerEvents(after: $after, first: $first) {
            events { type learnerId licenses { ${licenseFields} } survivors { ${mergeFields} } rows { batchId rowNumber judgeAgainAt } } endCursor
          }
        }`,
        { after, first: pageSize },
      )
      return data.learnerEvents
    },
  }
}

/** Every fact behind these pages, page by page. */
export async function* pagesOf<Fact>(
  read: (after: string | null) => Promise<FactPage<Fact>>,
): AsyncGenerator<FactPage<Fact>> {
  for (let after: string | null = null; ; ) {
    const page = await read(after)
    yield page
    if (!page.nextCursor) return
    after = page.nextCursor
  }
}
