import type { CertifyingBoardCode, CreditTypeCode } from '../../../subgraphs/reference/certifying-boards.js'
import { inSession } from '../../seed/load/session.js'

/** An activity of which credit can be reported today. */
export interface Offer {
  activityId: string
  credits: number
  /** First and last day of which completions can be reported. */
  from: string
  to: string
  registrations: { board: CertifyingBoardCode; points: number; creditTypes: CreditTypeCode[] }[]
}

/** The activities of a provider that can be reported on a day; completions of last year and this one always can. */
export function readOffers(providersUrl: string, providerId: string, today: string): Promise<Offer[]> {
  const januaryLast = `${Number(today.slice(0, 4)) - 1}-01-01`
  return inSession(
    providersUrl,
    async (client) => (await client.query<Offer>(offersSql, [providerId, today, januaryLast])).rows,
  )
}

/** Pairs of learner and activity that have credit already. */
export async function readTakenPairs(creditsUrl: string, providerId: string): Promise<string[]> {
  const sql = `select distinct learner_id || ' ' || activity_id as pair from live_credit where provider_id = $1`
  return inSession(creditsUrl, async (client) => {
    const { rows } = await client.query<{ pair: string }>(sql, [providerId])
    return rows.map(({ pair }) => pair)
  })
}

const offersSql = `
  select activity_id as "activityId", credit_quarters / 4.0::float8 as credits,
    greatest(starts_on, $3::date)::text as from, least(ends_on, $2::date)::text as to,
    coalesce((
      select json_agg(json_build_object('board', board_code, 'points', point_quarters / 4.0, 'creditTypes', credit_types)
        order by board_code)
      from moc_registration moc where moc.activity_id = activity.activity_id and moc.status = 'ACTIVE'
    ), '[]') as registrations
  from activity
  where provider_id = $1 and status in ('ACTIVE', 'CLOSED') and credit_quarters > 0
    and starts_on <= $2::date and ends_on >= $3::date
  order by activity_id`
