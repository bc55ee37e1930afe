import type { EntityManager } from '@mikro-orm/postgresql'
import type { Viewer } from '../../reference/viewer.js'
import { executePrepared } from '../../shared/postgres/prepared.js'
import type { Completion } from '../completion/completion.js'
import { visibleParts } from '../completion/completion.policy.js'
import { findRecords } from '../completion/completion.query.js'
import { licenseesOf } from '../learner/same-learner.js'

export interface RecentPage {
  /** First and last day of completion. */
  from: string
  to: string
  after?: string | null
  limit: number
}

/** How a page is found. */
export interface RecentLimits {
  /** Of all credit, so many entries are looked at before a board’s own licensees are gone through. */
  newestOfAll: number
  /** With fewer licensees, a page of their credit is seldom among those. */
  fewLicensees: number
}

const recentLimits: RecentLimits = { newestOfAll: 20_000, fewLicensees: 1_500 }

/**
 * A page of the credit of a board’s licensees over a period, the newest reported first. The newest of everybody’s is mostly
 * enough to find it; for few licensees, or a period that is long past, what each of them has is sorted instead.
 */
export async function findRecentCredit(
  em: EntityManager,
  viewer: Viewer,
  page: RecentPage,
  { newestOfAll, fewLicensees } = recentLimits,
): Promise<Completion[]> {
  const { from, to, after, limit } = page
  const boardCode = viewer.ownLicensingBoard()
  const selection = {
    scope: visibleParts(viewer),
    and: [{ where: 'c.completed_on between ?::date and ?::date', params: [from, to] }],
    order: 'NEWEST_RECORDED' as const,
    after,
    limit,
  }
  if (await hasLicensees(em, boardCode, fewLicensees)) {
    const records = await findRecords(em, { ...selection, lookingAt: newestOfAll })
    if (records.length === limit) return records
  }
  const { select, params } = licenseesOf(boardCode)
  // The offset makes it a look-up by index for each licensee.
  const among = {
    select: `select c.* from (${select}) licensee cross join lateral (
      select * from live_credit where learner_id = licensee.learner_id and completed_on between ?::date and ?::date offset 0
    ) c`,
    params: [...params, from, to],
  }
  return findRecords(em, { ...selection, among })
}

async function hasLicensees(em: EntityManager, boardCode: string, asMany: number): Promise<boolean> {
  const [counted] = await executePrepared<{ licensees: number }>(
    em,
    `select count(*)::int as licensees from (select from learner_license where board_code = ? limit ?::int) licensee`,
    [boardCode, asMany],
  )
  return (counted?.licensees ?? 0) >= asMany
}
