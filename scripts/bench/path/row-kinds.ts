import type { RowCodeName } from '../../../subgraphs/reference/row-codes.js'
import type { SampleCells, SampleOutcome } from '../../seed/sample-file/sample-row.js'
import type { Offer } from './offers.js'
import type { Person } from './people.js'

/** Rows of a file that have something in common. */
export interface RowKind {
  /** Part of all rows; the first kind takes what is left. */
  share: number
  outcome: SampleOutcome
  /** What the outcome has to be explained with. */
  code?: RowCodeName
  /** True where points of a board are claimed beside the credit. */
  withPoints?: boolean
  /** True for a copy of a plain row that stands above. */
  repeats?: boolean
  /** What sets it apart from a plain row, which has names, birthday and state and is right. */
  change?: (about: { person: Person; offer: Offer }) => SampleCells
}

/** What a file is made of, with the shares that providers’ files have. */
export const rowKinds: readonly RowKind[] = [
  { share: 0.7, outcome: 'ACCEPTED' },
  { share: 0.15, outcome: 'ACCEPTED', withPoints: true },
  { share: 0.1, outcome: 'ACCEPTED', change: ({ person }) => ({ license: person.licenses[0]?.number }) },
  rejected(0.03, 'LEARNER_NOT_FOUND', () => ({ first: 'Qwertzu', last: 'Nobodyson' })),
  rejected(0.005, 'CREDITS_EXCEED_ACTIVITY', ({ offer }) => ({ credits: offer.credits + 1 })),
  rejected(0.005, 'ACTIVITY_NOT_FOUND', () => ({ activity: '999999999' })),
  rejected(0.005, 'ROW_BAD_VALUE', () => ({ credits: '1,5' })),
  { share: 0.005, outcome: 'DUPLICATE', code: 'DUPLICATE_COMPLETION', repeats: true },
]

function rejected(share: number, code: RowCodeName, change: RowKind['change']): RowKind {
  return { share, outcome: 'REJECTED', code, change }
}
