import type { SamplePerson } from './sample-person.js'

/** What somebody typed into a cell, and as what the spreadsheet program keeps it. */
export type SampleCell = string | number | { day: string } | { error: '#N/A' } | undefined

/** The columns of the learner file in its order. */
export const sampleColumns = [
  ['action', 'Record Action'],
  ['activity', 'ACCME Activity ID'],
  ['completed', 'Completion Date'],
  ['first', 'First Name'],
  ['last', 'Last Name'],
  ['born', 'Date of Birth'],
  ['state', 'Licensing State'],
  ['license', 'Licensing ID or NPI'],
  ['credits', 'Number of CME Credits'],
  ['board', 'Certifying Board'],
  ['boardId', 'Certifying Board ID'],
  ['points', 'Total Board Credits'],
  // The template that providers have carries this blank at the end.
  ['type', 'Credit Type '],
  ['typePoints', 'Credits Awarded for Credit Type'],
  ['type2', 'Additional Credit Type'],
  ['type2Points', 'Credits Awarded for Credit Type'],
] as const

export type SampleCells = Partial<Record<(typeof sampleColumns)[number][0], SampleCell>>

export type SampleOutcome = 'ACCEPTED' | 'REJECTED' | 'DUPLICATE'

/** A row with what has to become of it, written down by hand from the rules. */
export interface SampleRow {
  cells: SampleCells
  outcome: SampleOutcome
  /** Errors and warnings that the row has to show. */
  codes: readonly string[]
  /** Whose record it becomes; nobody's where it is rejected. */
  learner?: SamplePerson
}

/** Rows that are about the same thing; their order matters. */
export interface CaseFamily {
  name: string
  /** Who has to be on file for them. */
  people: readonly SamplePerson[]
  rows: readonly SampleRow[]
}

/** Activities of Ada's institute; days are counted back from today. */
export const activities = {
  /** Course of three days that ended 28 days ago: 10 credits, 10 ABIM points for Medical Knowledge or Patient Safety. */
  course: '200000001',
  /** Online, since 300 days: 2 credits and no board. */
  online: '200000002',
  /** Series since 330 days: 20 credits in all, 10 ABIM points for Medical Knowledge. */
  rounds: '200000003',
  /** One day, 60 days ago: 6 credits, 6 ABA points for Lifelong Learning or Patient Safety. */
  workshop: '200000004',
  /** Journal since 200 days: 1 credit, 1 ABP point. */
  journal: '200000005',
  draft: '200000006',
  /** Self-assessment since 250 days: 8 credits, 8 ABS points for Accredited CME or Self-Assessment. */
  surgical: '200000007',
  /** Of Bo's office. */
  ofAnotherProvider: '200000050',
  nobodys: '299999999',
} as const

const stateNames: Readonly<Record<string, string>> = {
  CT: 'Connecticut',
  HI: 'Hawaii',
  MA: 'Massachusetts',
  ME: 'Maine',
  MI: 'Michigan',
  NH: 'New Hampshire',
  NY: 'New York',
  VT: 'Vermont',
}

/** Writes rows as a provider would, for a file that is sent on a given day. */
export class RowMaker {
  constructor(private readonly today: string) {}

  daysAgo(days: number): string {
    return new Date(Date.parse(`${this.today}T00:00:00Z`) - days * 86_400_000).toISOString().slice(0, 10)
  }

  /** A day as it is typed: 6/30/2026. */
  typedDaysAgo(days: number): string {
    const [year, month, day] = this.daysAgo(days).split('-').map(Number)
    return `${month}/${day}/${year}`
  }

  /** CME credit of the online activity. */
  online(person: SamplePerson, daysAgo: number, changes: SampleCells = {}): SampleCells {
    return { ...this.who(person, activities.online, daysAgo), ...this.where(person), credits: 2, ...changes }
  }

  /** CME credit of the course. */
  course(person: SamplePerson, daysAgo: 28 | 29 | 30, changes: SampleCells = {}): SampleCells {
    return { ...this.who(person, activities.course, daysAgo), ...this.where(person), credits: 10, ...changes }
  }

  /** CME credit of one day of the series. */
  rounds(person: SamplePerson, daysAgo: number, changes: SampleCells = {}): SampleCells {
    return { ...this.who(person, activities.rounds, daysAgo), ...this.where(person), credits: 1, ...changes }
  }

  /** CME credit of any other activity. */
  of(activity: string, person: SamplePerson, daysAgo: number, credits: number, changes: SampleCells = {}): SampleCells {
    return { ...this.who(person, activity, daysAgo), ...this.where(person), credits, ...changes }
  }

  /** Points of a board alone: state, license and credits stay blank. */
  pointsOnly(activity: string, person: SamplePerson, daysAgo: number, points: SampleCells): SampleCells {
    return { ...this.who(person, activity, daysAgo), ...points }
  }

  /** Takes back what was recorded. */
  deletion(activity: string, person: SamplePerson, daysAgo: number): SampleCells {
    return { ...this.who(person, activity, daysAgo), ...this.where(person), action: 'Delete' }
  }

  private who({ givenName, familyName, birthMonth, birthDay }: SamplePerson, activity: string, daysAgo: number) {
    return {
      action: 'Add',
      activity,
      completed: { day: this.daysAgo(daysAgo) },
      first: givenName,
      last: familyName,
      born: `${twoDigits(birthMonth)}/${twoDigits(birthDay)}`,
    }
  }

  private where({ licenses: [license] }: SamplePerson) {
    return { state: stateNames[license?.state ?? ''] }
  }
}

/** The columns of a board: its points, all of them for one credit type unless told otherwise. */
export function points(board: string, boardId: string | undefined, total: number, type: string): SampleCells {
  return { board, boardId, points: total, type, typePoints: total }
}

export function accepted(learner: SamplePerson, cells: SampleCells, ...codes: string[]): SampleRow {
  return { cells, outcome: 'ACCEPTED', codes, learner }
}

export function rejected(cells: SampleCells, ...codes: string[]): SampleRow {
  return { cells, outcome: 'REJECTED', codes }
}

export function duplicate(learner: SamplePerson, cells: SampleCells): SampleRow {
  return { cells, outcome: 'DUPLICATE', codes: ['DUPLICATE_COMPLETION'], learner }
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0')
}
