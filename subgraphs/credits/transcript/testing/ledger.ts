import type { EntityManager } from '@mikro-orm/postgresql'
import { v7 } from 'uuid'
import type { CertifyingBoardCode, CreditTypeCode } from '../../../reference/certifying-boards.js'
import { RowOutcome } from '../../../shared/upload/upload-enums.js'
import { CompletionSource } from '../../completion/completion.js'
import type { AwardedPart, Verdict } from '../../record/verdict.js'
import { writeVerdicts } from '../../record/write-verdicts.js'

/** What a physician earned for one activity on one day; amounts as people say them. */
export interface Earned {
  learnerId: string
  activityId: string
  completedOn: string
  credits?: number
  moc?: EarnedPoints
}

interface EarnedPoints {
  board: CertifyingBoardCode
  points: number
  lines?: [type: CreditTypeCode, points: number][]
  status?: AwardedPart['status']
  /** What tells several of one board and day apart. */
  distinction?: string
}

/** Records completions as a batch does, and returns their parts. */
export async function record(em: EntityManager, ...earned: Earned[]): Promise<AwardedPart[]> {
  const verdicts = earned.map((one) => aVerdict({ awarded: partsOf(one) }))
  await em.transactional((transaction) => writeVerdicts(transaction, verdicts, author()))
  return verdicts.flatMap(({ awarded }) => awarded)
}

/** Takes parts back, as a row that deletes does. */
export const withdraw = (em: EntityManager, parts: readonly AwardedPart[]): Promise<void> =>
  em.transactional((transaction) => writeVerdicts(transaction, [aVerdict({ voided: parts })], author()))

function partsOf({ learnerId, activityId, completedOn, credits, moc }: Earned): AwardedPart[] {
  const common = { learnerId, activityId, completedOn, completionId: v7(), distinction: '' }
  return [...(credits ? [{ ...common, ...cmePart(credits) }] : []), ...(moc ? [{ ...common, ...mocPart(moc) }] : [])]
}

const cmePart = (credits: number) => ({
  partId: v7(),
  kind: 'CME' as const,
  boardCode: '',
  quarters: credits * 4,
  status: 'ACCEPTED' as const,
  licensingState: 'ME',
  lines: [],
})

const mocPart = ({ board, points, lines = [], status = 'ACCEPTED', distinction = '' }: EarnedPoints) => ({
  partId: v7(),
  kind: 'MOC' as const,
  boardCode: board,
  distinction,
  quarters: points * 4,
  status,
  licensingState: null,
  lines: lines.map(([creditType, amount]) => ({ creditType, quarters: amount * 4 })),
})

const aVerdict = (difference: Partial<Verdict>): Verdict => ({
  rowNumber: 2,
  cells: {},
  outcome: RowOutcome.ACCEPTED,
  issues: [],
  learnerId: null,
  completionId: null,
  awarded: [],
  voided: [],
  ...difference,
})

const author = () => ({ providerId: '0008273', source: CompletionSource.FILE, batchId: v7(), submittedBy: 'ada' })
