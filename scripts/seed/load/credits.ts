import { licensingBoardOf } from '../../../subgraphs/reference/licensing-boards.js'
import type { TableRows } from '../../../subgraphs/shared/postgres/copy-rows.js'
import type { Cell } from '../../../subgraphs/shared/postgres/copy-text.js'
import type { Award, CreditPart, History } from '../credit/award.js'
import { dayText, instantText } from '../day.js'
import type { World } from '../world.js'
import { missingCreditTables } from './missing-credit.js'

/** Who is said to have reported what the seed brings along. */
const author = 'seed'
const source = 'CARRIED_OVER'

/** What goes into the credits database: the ledger, its projection and the read model of licenses. */
export function creditsTables(world: World): TableRows[] {
  const { histories } = world
  return [
    {
      table: 'completion',
      columns: 'learner_id completion_id provider_id activity_id completed_on source submitted_by recorded_at'.split(
        ' ',
      ),
      rows: () => rowsOf(histories.all(), completionRows),
    },
    {
      table: 'credit_part',
      columns: 'learner_id part_id completion_id kind board_code distinction quarters licensing_state lines'.split(' '),
      rows: () => rowsOf(histories.all(), partRows),
    },
    {
      table: 'part_decision',
      columns: 'learner_id part_id sequence decision reason decided_by decided_at'.split(' '),
      rows: () => rowsOf(histories.all(), decisionRows),
    },
    {
      table: 'live_credit',
      columns:
        'learner_id part_id completion_id provider_id activity_id completed_on kind board_code distinction quarters status reason licensing_state lines source recorded_at asked_at'.split(
          ' ',
        ),
      rows: () => rowsOf(histories.all(), liveRows),
    },
    {
      table: 'learner_license',
      columns: 'learner_id license_id board_code state status effective_from effective_to'.split(' '),
      rows: () => licenseRows(world),
    },
    ...missingCreditTables(world),
    // The learners' events begin after the seed: whoever follows them starts with the first.
    { table: 'event_position', columns: ['owner', 'position'], rows: () => [['learners', '0:0']] },
  ]
}

function* rowsOf(
  histories: Iterable<History>,
  rows: (learnerId: string, award: Award) => Iterable<Cell[]>,
): Generator<Cell[]> {
  for (const { learnerId, awards } of histories) for (const award of awards) yield* rows(learnerId, award)
}

function completionRows(learnerId: string, { completionId, activity, completedOn, recordedAtMs }: Award): Cell[][] {
  const { activityId, provider } = activity
  const day = dayText(completedOn)
  return [[learnerId, completionId, provider.providerId, activityId, day, source, author, instantText(recordedAtMs)]]
}

function partRows(learnerId: string, { completionId, parts }: Award): Cell[][] {
  return parts.map((part) => [learnerId, part.partId, completionId, ...keyOf(part), part.quarters, ...detailsOf(part)])
}

function decisionRows(learnerId: string, { recordedAtMs, parts }: Award): Cell[][] {
  return parts.flatMap((part): Cell[][] => {
    const { partId } = part
    const recordedAt = instantText(recordedAtMs)
    if (part.kind === 'CME') return [[learnerId, partId, 1, 'ACCEPTED', null, author, recordedAt]]
    const { answer, board } = part
    const sent: Cell[] = [learnerId, partId, 1, 'PENDING', null, author, recordedAt]
    if (!answer) return [sent]
    const rejection = answer.rejection ?? null
    return [sent, [learnerId, partId, 2, statusOf(part), rejection, board, instantText(answer.atMs)]]
  })
}

function liveRows(learnerId: string, { completionId, activity, completedOn, recordedAtMs, parts }: Award): Cell[][] {
  const { activityId, provider } = activity
  return parts.map((part) => [
    learnerId,
    part.partId,
    completionId,
    provider.providerId,
    activityId,
    dayText(completedOn),
    ...keyOf(part),
    part.quarters,
    statusOf(part),
    part.kind === 'MOC' ? (part.answer?.rejection ?? null) : null,
    ...detailsOf(part),
    source,
    instantText(recordedAtMs),
    instantText(recordedAtMs),
  ])
}

function* licenseRows({ physicians }: World): Generator<Cell[]> {
  for (let index = 0; index < physicians.count; index += 1) {
    const { degree, licenses } = physicians.careerAt(index)
    const learnerId = physicians.learnerIdAt(index)
    for (const [place, { state, status, from, to }] of licenses.entries()) {
      const id = physicians.licenseIdAt(index, place)
      yield [
        learnerId,
        id,
        licensingBoardOf(state, degree),
        state,
        status,
        dayText(from),
        to === null ? null : dayText(to),
      ]
    }
  }
}

const keyOf = (part: CreditPart): Cell[] =>
  part.kind === 'MOC' ? [part.kind, part.board, part.distinction] : [part.kind, '', '']

/** The columns licensing_state and lines. */
const detailsOf = (part: CreditPart): Cell[] =>
  part.kind === 'MOC' ? [null, JSON.stringify(part.lines)] : [part.licensingState, '[]']

function statusOf(part: CreditPart): 'PENDING' | 'ACCEPTED' | 'REJECTED' {
  if (part.kind === 'CME') return 'ACCEPTED'
  if (!part.answer) return 'PENDING'
  return part.answer.rejection ? 'REJECTED' : 'ACCEPTED'
}
