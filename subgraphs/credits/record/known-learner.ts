import { creditTypeLabels } from '../../reference/certifying-boards.js'
import type { StateCode } from '../../reference/states.js'
import type { RowCells } from '../batch/columns.js'
import type { BoardPoints } from '../claimed-points/claimed-points.js'
import type { Owners, PartMatch } from '../owners/owners.js'
import type { PreparedChunk } from './apply-chunk.js'
import { cellsOfBoards } from './board-cells.js'
import type { RowMatch } from './look-up.js'
import type { BoardPart, Submission } from './submission.js'

/** Credit of a physician who is known because he or she was signed in, not because a row described him or her. */
export interface KnownCompletion {
  rowNumber: number
  learnerId: string
  givenName: string
  familyName: string
  state: StateCode
  activityId: string
  completedOn: string
  quarters: number
  /** Points of boards by which the owner of learners has said the physician is certified. */
  points: readonly BoardPoints[]
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
      matches: new Map(completions.map((known) => [known.rowNumber, matchOf(known)])),
    },
  }
}

/** The physician is meant by the license and by each board alike. */
function matchOf({ learnerId, points }: KnownCompletion): RowMatch {
  const [first, ...further] = points.map(() => matched(learnerId))
  return { license: matched(learnerId), diplomate: first ?? null, further }
}

const matched = (learnerId: string): PartMatch => ({ decision: 'MATCHED', learnerId, disagreeing: [], warnings: [] })

/** Nobody is looked up by the birthday here, and none is kept. */
const unasked = { birthMonth: 1, birthDay: 1 }

function toSubmission(known: KnownCompletion): Submission {
  const { rowNumber, givenName, familyName, state, activityId, completedOn, quarters, points } = known
  const [first, ...further] = points.map(toPart)
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
    ...first,
    further,
  }
}

/** All the points are of each credit type: types may overlap, and are never summed (L21). */
const toPart = ({ board, boardId, quarters, creditTypes }: BoardPoints): BoardPart => {
  const lines = creditTypes.map((creditType) => ({ creditType, quarters }))
  return { board, boardId, moc: { board, boardId, quarters, lines }, mocIssues: [] }
}

const cellsOf = ({
  givenName,
  familyName,
  state,
  activityId,
  completedOn,
  quarters,
  points,
}: KnownCompletion): RowCells => ({
  recordAction: { text: 'Add', kind: 'text' },
  activityId: { text: activityId, kind: 'text' },
  completionDate: { text: completedOn, kind: 'date' },
  firstName: { text: givenName, kind: 'text' },
  lastName: { text: familyName, kind: 'text' },
  licensingState: { text: state, kind: 'text' },
  cmeCredits: { text: String(quarters / 4), kind: 'number' },
  ...cellsOfBoards(points.map(said)),
})

const said = ({ board, boardId, quarters, creditTypes }: BoardPoints) => ({
  board,
  boardId,
  points: quarters,
  lines: creditTypes.map((type) => ({ creditType: creditTypeLabels[type], points: quarters })),
})
