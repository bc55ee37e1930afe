import { identifiersIn, learnerVocabulary } from '../../reference/learner-wire.js'
import { badInput, notFound } from '../../shared/errors.js'
import { questionOf, type ServiceAnswer, type ServiceCall } from '../../shared/service/service-route.js'
import type { WireLayout } from '../../shared/wire/wire-layout.js'
import { at, textOf, type WireRecord } from '../../shared/wire/wire-value.js'
import { parseBirthday, parseDay, printBirthday } from '../../shared/workbook/day-text.js'
import type { Completion } from '../completion/completion.js'
import { visibleParts } from '../completion/completion.policy.js'
import { findRecords } from '../completion/completion.query.js'
import type { CreditsContext } from '../context.js'
import { completionByCreditId, completionsByKey, creditIdsOf } from './learner-status.query.js'

const layout: WireLayout = {
  ...learnerVocabulary,
  envelope: ['Question'],
  recordName: 'Question',
  records: 'questions',
}

/** Where the credit under a credit id stands; only of what the caller has reported (W05). */
export async function statusByCreditId(call: ServiceCall<CreditsContext>): Promise<ServiceAnswer> {
  const { em, viewer } = call.context
  const given = await questionIn(call, 'GetLearnerStatusByCreditId')
  const creditId = textOf(at(given, 'CreditID'))
  if (!creditId) throw badInput('Name the credit by CreditID.')
  return answer(call.context, await completionByCreditId(em, viewer.ownProviderId(), creditId))
}

/** Where credit stands that is named by activity, birthday, day of completion and an identifier of the learner (W04). */
export async function statusByLearner(call: ServiceCall<CreditsContext>): Promise<ServiceAnswer> {
  const { em, viewer } = call.context
  const given = await questionIn(call, 'GetLearnerStatusByLearner')
  const activityId = textOf(at(given, 'ModuleID'))
  const birthday = parseBirthday((textOf(at(given, 'BirthDate')) ?? '').replace(/^--/, ''), 'text')
  const completedOn = parseDay(textOf(at(given, 'CompletionDate')) ?? '', 'text')
  const [unique] = identifiersIn(at(given, 'UniqueID'))
  const identifier = unique?.value ?? textOf(at(given, 'UniqueID'))
  if (!activityId || !birthday || !completedOn || !identifier)
    throw badInput('Name the credit by ModuleID, BirthDate, CompletionDate and UniqueID.')
  const key = { activityId, completedOn, birthday: printBirthday(birthday), identifier }
  return answer(call.context, await completionsByKey(em, viewer.ownProviderId(), key))
}

async function questionIn(call: ServiceCall<CreditsContext>, operation: string) {
  const question = await questionOf(call, operation, layout)
  return at(question, operation) ?? question
}

async function answer({ em, viewer }: CreditsContext, completionIds: readonly string[]): Promise<ServiceAnswer> {
  const records = completionIds.length
    ? await findRecords(em, {
        scope: visibleParts(viewer),
        and: [{ where: `c.completion_id = any(string_to_array(?, ',')::uuid[])`, params: [completionIds.join(',')] }],
        order: 'NEWEST_RECORDED',
        limit: completionIds.length,
      })
    : []
  if (!records.length) throw notFound('You have reported no such credit, or it was taken back.')
  const providerId = viewer.ownProviderId()
  const reports = await Promise.all(
    records.map(async (record) => statusRecord(record, await creditIdsOf(em, providerId, record.completionId))),
  )
  return { status: 200, name: 'LearnerStatus', record: { Record: reports } }
}

const statusRecord = (
  { completionId, activity, completedOn, cme, moc }: Completion,
  creditIds: readonly string[],
): WireRecord => ({
  CompletionID: completionId,
  ModuleID: activity.activityId,
  CompletionDate: completedOn,
  CreditID: [...creditIds],
  Credit: [
    ...(cme ? [{ Kind: 'AMA PRA Category 1', Amount: cme.credits / 4, Status: cme.status }] : []),
    ...moc.map(({ boardCode, points, status, reason = null, issue }) => ({
      Kind: boardCode,
      Amount: points / 4,
      Status: status,
      Reason: reason,
      Fix: issue?.fix ?? null,
    })),
  ],
})
