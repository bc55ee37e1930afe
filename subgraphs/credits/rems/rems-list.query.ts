import type { EntityManager } from '@mikro-orm/postgresql'
import { fromCursor } from '../../shared/graphql/cursor.js'
import { storable } from '../completion/submission-words.js'
import type { RemsReported } from './rems.resolver.js'

/** Which reports: of one provider, or of all without the ids of learners. */
export interface RemsSelection {
  providerId: string | null
  activityId?: string | null
  after?: string | null
  limit: number
}

type Row = Omit<RemsReported, 'activity' | 'provider' | 'recordedAt'> & { activityId: string; providerId: string }

/** The reports that stand, the newest first. */
export async function findRemsList(
  em: EntityManager,
  { providerId, activityId, after, limit }: RemsSelection,
): Promise<RemsReported[]> {
  const params = [
    ...(providerId ? [providerId] : []),
    ...(activityId ? [storable(activityId)] : []),
    ...(after ? fromCursor(after, ['INSTANT', 'UUID']) : []),
  ]
  const rows = await em.execute<Row[]>(
    `select report_id as "reportId", provider_id as "providerId", activity_id as "activityId",
       completed_on::text as "completedOn", ${providerId ? 'local_identifier' : 'null'} as "localIdentifier", profession,
       practice_state as "practiceState", dea_registration as "deaRegistration", practice_area as "practiceArea",
       surgical_procedures as "surgicalProcedures", time_in_practice as "timeInPractice",
       to_json(recorded_at) #>> '{}' as "recordedAtExactly"
     from rems_report
     where withdrawn_at is null ${providerId ? 'and provider_id = ?' : ''} ${activityId ? 'and activity_id = ?' : ''}
       ${after ? 'and (recorded_at, report_id) < (?::timestamptz, ?::uuid)' : ''}
     order by recorded_at desc, report_id desc limit ${Number(limit)}`,
    params,
  )
  return rows.map(({ providerId: owner, activityId: of, ...row }) => ({
    ...row,
    provider: { providerId: owner },
    activity: { activityId: of },
    recordedAt: new Date(row.recordedAtExactly),
  }))
}
