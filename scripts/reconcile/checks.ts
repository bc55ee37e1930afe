import { ledgerCredit } from '../../subgraphs/credits/completion/known-credit.js'
import type { DatabasePart } from '../supervisor/settings.js'

/** Rows of one side of a comparison: a statement with the columns `key` and `fact`, both text. */
export interface Side {
  part: DatabasePart
  sql: string
}

/** Something that is kept twice, and where either of them stands. */
export interface Check {
  name: string
  /** What is so because it was decided or told there. */
  truth: Side
  /** What was derived from it. */
  copy: Side
  /** Finds a row once the copy is kept; before that there is nothing to compare. Asked where the copy stands. */
  begun?: string
}

const license = `learner_id::text || ' ' || license_id as key,
  concat_ws(' ', board_code, state, status, effective_from, effective_to) as fact`

const part = `learner_id::text || ' ' || part_id as key,
  concat_ws(' ', completion_id, provider_id, activity_id, completed_on, kind, board_code, distinction, quarters, status, reason,
    reason_code, licensing_state, lines, follows_board, source, extract(epoch from recorded_at)) as fact`

const partsOfRecord = `string_agg(part_id::text, ' ' order by part_id)`

const activity = (credits: string, isRems: string, points: string) => `activity_id as key,
  concat_ws(' ', version, provider_id, status, activity_format, starts_on, ends_on, ${credits}, ${isRems}, title, (
    select string_agg(concat_ws(' ', r ->> 'boardCode', r ->> '${points}', r -> 'creditTypes', r ->> 'creditClaimOn'), ', '
      order by r ->> 'boardCode')
    from jsonb_array_elements(registrations) r)) as fact`

const activitySums = (name: string) =>
  `select activity_id || ' ' || board_code as key, accepted || ' ' || pending as fact from ${name}`

const daySums = (name: string) =>
  `select provider_id || ' ' || recorded_on as key, accepted::text as fact from ${name} where accepted > 0`

const toldByCredits = 'select from credit_position where position is not null'

/** Every projection and read model, beside the ledger or the owner it follows. */
export const checks: readonly Check[] = [
  {
    name: 'licenses that credits knows of',
    truth: { part: 'learners', sql: `select ${license} from license_record` },
    copy: { part: 'credits', sql: `select ${license} from learner_license` },
  },
  {
    name: 'merges of learners that credits knows of',
    truth: {
      part: 'learners',
      sql: `select learner_id::text as key, survivor_id::text as fact from learner where survivor_id is not null`,
    },
    copy: { part: 'credits', sql: 'select learner_id::text as key, survivor_id::text as fact from learner_merge' },
  },
  {
    name: 'live credit of the ledger',
    truth: {
      part: 'credits',
      sql: `select ${part} from ${ledgerCredit(`'infinity'::timestamptz`)} as ledger`,
    },
    copy: { part: 'credits', sql: `select ${part} from live_credit` },
  },
  {
    name: 'parts that the newest versions of corrected records name',
    truth: {
      part: 'credits',
      sql: `select learner_id::text || ' ' || record_id as key, (select ${partsOfRecord} from unnest(parts) as named (part_id)) as fact
        from completion newest
        where record_id is not null and parts <> '{}' and not exists (
          select from completion next where next.learner_id = newest.learner_id and next.supersedes = newest.completion_id)`,
    },
    copy: {
      part: 'credits',
      sql: `select learner_id::text || ' ' || completion_id as key, ${partsOfRecord} as fact from live_credit l
        where exists (select from completion v where v.learner_id = l.learner_id and v.record_id = l.completion_id)
        group by learner_id, completion_id`,
    },
  },
  {
    name: 'activities that credits knows of',
    begun: `select from event_position where owner = 'providers'`,
    truth: {
      part: 'providers',
      sql: `select ${activity('coalesce(credit_quarters, 0)', 'rems is not null', 'points')} from activity
        cross join lateral (
          select coalesce(jsonb_agg(jsonb_build_object('boardCode', board_code, 'points', point_quarters,
            'creditTypes', credit_types, 'creditClaimOn', credit_claim_on)), '[]') as registrations
          from moc_registration m where m.activity_id = activity.activity_id and m.status = 'ACTIVE'
        ) registered`,
    },
    copy: { part: 'credits', sql: `select ${activity('quarters', 'is_rems', 'quarters')} from activity_fact` },
  },
  {
    name: 'sums of credit by activity and board',
    truth: {
      part: 'credits',
      sql: `select activity_id || ' ' || board_code as key,
          count(*) filter (where status = 'ACCEPTED') || ' ' || count(*) filter (where status = 'PENDING') as fact
        from live_credit where status <> 'REJECTED' group by activity_id, board_code`,
    },
    copy: { part: 'credits', sql: `${activitySums('activity_credit_count')} where accepted + pending > 0` },
  },
  {
    name: 'sums of credit by provider and day',
    truth: {
      part: 'credits',
      sql: `select provider_id || ' ' || (recorded_at at time zone 'America/Chicago')::date as key, count(*)::text as fact
        from live_credit where status = 'ACCEPTED' group by 1`,
    },
    copy: { part: 'credits', sql: daySums('provider_credit_day') },
  },
  {
    name: 'credit by activity that providers knows of',
    begun: toldByCredits,
    truth: { part: 'credits', sql: activitySums('activity_credit_count') },
    copy: { part: 'providers', sql: activitySums('activity_credit') },
  },
  {
    name: 'credit by day that providers knows of',
    begun: toldByCredits,
    truth: { part: 'credits', sql: daySums('provider_credit_day') },
    copy: { part: 'providers', sql: daySums('provider_credit_day') },
  },
]
