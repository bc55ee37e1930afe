import type { StateCode } from '../../reference/states.js'
import type { RowCells } from '../batch/columns.js'
import type { Owners, PartMatch } from '../owners/owners.js'
import type { PreparedChunk } from './apply-chunk.js'
import type { Submission } from './submission.js'

/** CME credit of a physician who is known because he or she was signed in, not because a row described him or her. */
export interface KnownCompletion {
  rowNumber: number
  learnerId: string
  givenName: string
  familyName: string
  state: StateCode
  activityId: string
  completedOn: string
  quarters: number
}

/** Prepares completions of known physicians for the path of every row; nobody is asked whom they mean. */
export async function prepareKnown(
  completions: readonly KnownCompletion[],
  owners: Pick<Owners, 'activityFacts'>,
): Promise<PreparedChunk> {
  const activityIds = new Set(completions.map(({ activityId }) => activityId))
  return {
    submissions: completions.map(toSubmission),
    asked: {
      activities: await owners.activityFacts([...activityIds]),
      matches: new Map(
        completions.map(({ rowNumber, learnerId }) => [rowNumber, { license: matched(learnerId), diplomate: null }]),
      ),
    },
  }
}

const matched = (learnerId: string): PartMatch => ({ decision: 'MATCHED', learnerId, disagreeing: [], warnings: [] })

/** Nobody is looked up by the birthday here, and none is kept. */
const unasked = { birthMonth: 1, birthDay: 1 }

function toSubmission(known: KnownCompletion): Submission {
  const { rowNumber, givenName, familyName, state, activityId, completedOn, quarters } = known
  return {
    rowNumber,
    cells: cellsOf(known),
    action: 'ADD',
    activityId,
    completedOn,
    givenName,
    familyName,
    ...unasked,
    state,
    cme: { quarters, state },
    mocIssues: [],
  }
}

const cellsOf = ({ givenName, familyName, state, activityId, completedOn, quarters }: KnownCompletion): RowCells => ({
  recordAction: { text: 'Add', kind: 'text' },
  activityId: { text: activityId, kind: 'text' },
  completionDate: { text: completedOn, kind: 'date' },
  firstName: { text: givenName, kind: 'text' },
  lastName: { text: familyName, kind: 'text' },
  licensingState: { text: state, kind: 'text' },
  cmeCredits: { text: String(quarters / 4), kind: 'number' },
})
