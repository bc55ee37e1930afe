import type { EntityManager } from '@mikro-orm/postgresql'
import { executeBound } from '../../shared/postgres/bound.js'
import { isUnreadable, type Submission, type UnreadableRow } from '../record/submission.js'
import type { PlacedVerdict } from '../record/verdict.js'
import type { Author } from '../record/write-verdicts.js'
import { printRemsKey, type RemsKey, type RemsReport } from './rems-claim.js'

/** The reports that stand among those which rows of a provider are about, as printed keys. */
export async function findRemsReports(
  em: EntityManager,
  providerId: string,
  rows: readonly (Submission | UnreadableRow)[],
): Promise<Set<string>> {
  const keys = rows.flatMap((row) =>
    isUnreadable(row) || !row.rems ? [] : [{ ...row, localIdentifier: row.rems.localIdentifier }],
  )
  if (!keys.length) return new Set()
  const found = await executeBound<RemsKey>(
    em,
    `select activity_id as "activityId", completed_on::text as "completedOn", local_identifier as "localIdentifier"
     from unnest($2::text[], $3::date[], $4::text[]) as given (activity, day, learner)
     join rems_report on provider_id = $1 and activity_id = activity and completed_on = day and local_identifier = learner
     where withdrawn_at is null`,
    [
      providerId,
      keys.map(({ activityId }) => activityId),
      keys.map(({ completedOn }) => completedOn),
      keys.map(({ localIdentifier }) => localIdentifier),
    ],
  )
  return new Set(found.map(printRemsKey))
}

interface PlacedReport extends RemsReport, Pick<PlacedVerdict, 'batchId' | 'rowNumber'> {
  withdrawn: boolean
}

/** Writes what rows report for REMS, and withdraws what they take back; nothing is ever changed or deleted. */
export async function writeRems(em: EntityManager, verdicts: readonly PlacedVerdict[], author: Author): Promise<void> {
  const reports = new Map<string, PlacedReport>()
  const written: PlacedReport[] = []
  const before: RemsKey[] = []
  for (const { rems, remsWithdrawn, batchId, rowNumber } of verdicts) {
    if (remsWithdrawn) {
      const own = reports.get(printRemsKey(remsWithdrawn))
      if (own) own.withdrawn = true
      else before.push(remsWithdrawn)
    }
    if (rems) {
      const report = { ...rems, batchId, rowNumber, withdrawn: false }
      reports.set(printRemsKey(rems), report)
      written.push(report)
    }
  }
  if (before.length) await withdraw(em, before, author)
  if (written.length) await insert(em, written, author)
}

async function insert(em: EntityManager, reports: readonly PlacedReport[], author: Author): Promise<void> {
  const { providerId, submittedBy } = author
  await executeBound(
    em,
    `insert into rems_report (report_id, provider_id, activity_id, completed_on, local_identifier, profession, practice_state,
       dea_registration, practice_area, surgical_procedures, time_in_practice, batch_id, row_number, submitted_by,
       withdrawn_at, withdrawn_by)
     select "reportId", $2, "activityId", "completedOn", "localIdentifier", profession, "practiceState", "deaRegistration",
       "practiceArea", "surgicalProcedures", "timeInPractice", "batchId", "rowNumber", $3,
       case when withdrawn then now() end, case when withdrawn then $3 end
     from jsonb_to_recordset($1::jsonb) as given ("reportId" uuid, "activityId" text, "completedOn" date,
       "localIdentifier" text, profession text, "practiceState" text, "deaRegistration" text, "practiceArea" text,
       "surgicalProcedures" boolean, "timeInPractice" text, "batchId" uuid, "rowNumber" int, withdrawn boolean)`,
    [JSON.stringify(reports), providerId, submittedBy],
  )
}

async function withdraw(em: EntityManager, keys: readonly RemsKey[], author: Author): Promise<void> {
  await executeBound(
    em,
    `update rems_report set withdrawn_at = now(), withdrawn_by = $5
     from unnest($2::text[], $3::date[], $4::text[]) as given (activity, day, learner)
     where provider_id = $1 and activity_id = activity and completed_on = day and local_identifier = learner
       and withdrawn_at is null`,
    [
      author.providerId,
      keys.map(({ activityId }) => activityId),
      keys.map(({ completedOn }) => completedOn),
      keys.map(({ localIdentifier }) => localIdentifier),
      author.submittedBy,
    ],
  )
}
