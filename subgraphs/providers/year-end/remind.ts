import type { EntityManager } from '@mikro-orm/postgresql'
import { v7 } from 'uuid'
import { centralDay } from '../../reference/central-day.js'
import { executeBound } from '../../shared/postgres/bound.js'
import { reportingDeadline } from './deadline.js'
import { stageOn } from './reminder-stages.js'
import { isComplete } from './steps.js'
import { readYearFacts } from './year-facts.query.js'

const pageSize = 500

interface Organization {
  providerId: string
  recognizedAccreditor: string | null
}

/**
 * Reminds every provider whose year is not complete, once for each stage of the schedule (R05); done again it adds
 * nothing. Resolves to the number of new notifications.
 */
export async function remind(em: EntityManager, now: Date): Promise<number> {
  const today = centralDay(now)
  const year = Number(today.slice(0, 4)) - 1
  let written = 0
  for (let last: string | undefined, more = true; more; ) {
    const page = await organizationsAfter(em, last)
    for (const due of [year, year + 1]) written += await remindPage(em, page, due, today, now)
    last = page.at(-1)?.providerId
    more = page.length === pageSize
  }
  return written
}

async function remindPage(
  em: EntityManager,
  page: readonly Organization[],
  year: number,
  today: string,
  now: Date,
): Promise<number> {
  const reached = page.flatMap(({ providerId, recognizedAccreditor }) => {
    const { on } = reportingDeadline(year, recognizedAccreditor)
    const stage = stageOn(today, on)
    return stage ? [{ providerId, stage, on }] : []
  })
  if (!reached.length) return 0
  const facts = await readYearFacts(
    em,
    reached.map(({ providerId }) => providerId),
    year,
  )
  const complete = new Set(facts.filter(isComplete).map(({ providerId }) => providerId))
  const rows = reached
    .filter(({ providerId }) => !complete.has(providerId))
    .map(({ providerId, stage, on }) => ({
      id: v7(),
      providerId,
      stage: stage.name,
      severity: stage.severity,
      title: stage.title(year),
      body: stage.body(year, on),
    }))
  const added = await executeBound(
    em,
    `insert into notification (notification_id, provider_id, year, stage, severity, title, body, created_at)
     select id, "providerId", $2, stage, severity, title, body, $3
     from jsonb_to_recordset($1::jsonb) as given (id uuid, "providerId" text, stage text, severity text, title text, body text)
     on conflict (provider_id, year, stage) do nothing returning 1`,
    [JSON.stringify(rows), year, now],
  )
  return added.length
}

const organizationsAfter = (em: EntityManager, last: string | undefined) =>
  executeBound<Organization>(
    em,
    `select provider_id as "providerId", recognized_accreditor as "recognizedAccreditor" from provider_organization
     where provider_id > $1 order by provider_id limit $2`,
    [last ?? '', pageSize],
  )
