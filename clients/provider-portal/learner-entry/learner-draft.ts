import type { CompletionInput, EntryActivityQuery } from '../../graphql/graphql'
import { parseBirthday } from './birthday'

export type EntryActivity = EntryActivityQuery['activity']

/** The board’s part as typed; lines hold the points of each credit type that is ticked. */
export interface MocDraft {
  board: string
  boardId: string
  points: string
  lines: Record<string, string>
}

/** One learner as typed so far. */
export interface LearnerDraft {
  completedOn: string | undefined
  givenName: string
  familyName: string
  birthday: string
  licensingState: string | undefined
  licenseOrNpi: string
  /** Undefined until it is changed: then the activity’s own credit counts. */
  credits: string | undefined
  moc: MocDraft | undefined
  learnerPermission: boolean
}

export const emptyDraft: LearnerDraft = {
  completedOn: undefined,
  givenName: '',
  familyName: '',
  birthday: '',
  licensingState: undefined,
  licenseOrNpi: '',
  credits: undefined,
  moc: undefined,
  learnerPermission: false,
}

/** The next learner of the same session: activity and day stay, and so does the state, which is mostly the same. */
export const nextDraft = ({ completedOn, licensingState, moc }: LearnerDraft): LearnerDraft => ({
  ...emptyDraft,
  completedOn,
  licensingState,
  moc: moc && { ...moc, boardId: '' },
})

/** A board’s part as the registration allows it at most. */
export function fullMoc(registration: EntryActivity['mocRegistrations'][number]): MocDraft {
  const points = String(registration.points)
  return {
    board: registration.board.code,
    boardId: '',
    points,
    lines: Object.fromEntries(registration.creditTypes.map((creditType) => [creditType, points])),
  }
}

/** The credit typed, or what the activity awards. */
export const creditsOf = (draft: LearnerDraft, activity: EntryActivity | undefined) =>
  draft.credits ?? (activity?.credits ? String(activity.credits) : '')

const number = (text: string) => (text.trim() === '' ? undefined : Number(text))

/** What still has to be filled in before the graph can say anything about the learner. */
export function missingFrom(draft: LearnerDraft, activity: EntryActivity | undefined): string[] {
  const credits = creditsOf(draft, activity)
  const checks: [string, boolean][] = [
    ['activity', activity !== undefined],
    ['completion date', draft.completedOn !== undefined],
    ['first name', draft.givenName.trim() !== ''],
    ['last name', draft.familyName.trim() !== ''],
    ['month and day of birth', parseBirthday(draft.birthday) !== undefined],
    ['licensing state', draft.licensingState !== undefined || (draft.moc !== undefined && credits.trim() === '')],
    ['credits', draft.moc !== undefined || credits.trim() !== ''],
    ['numbers for credits and points', isNumber(credits) && isNumber(draft.moc?.points ?? '0')],
  ]
  return checks.filter(([, filled]) => !filled).map(([name]) => name)
}

const isNumber = (text: string) => Number.isFinite(Number(text))

/** The draft as the graph takes it, or undefined while something is missing. */
export function inputOf(draft: LearnerDraft, activity: EntryActivity | undefined): CompletionInput | undefined {
  const birthday = parseBirthday(draft.birthday)
  if (!activity || !draft.completedOn || !birthday || missingFrom(draft, activity).length > 0) return undefined
  const { moc } = draft
  return {
    activityId: activity.activityId,
    completedOn: draft.completedOn,
    givenName: draft.givenName.trim(),
    familyName: draft.familyName.trim(),
    birthMonth: birthday.month,
    birthDay: birthday.day,
    licensingState: draft.licensingState,
    licenseOrNpi: draft.licenseOrNpi.trim() || undefined,
    credits: number(creditsOf(draft, activity)),
    moc: moc && {
      board: moc.board,
      boardId: moc.boardId.trim() || undefined,
      points: Number(moc.points),
      lines: Object.entries(moc.lines).map(([creditType, points]) => ({ creditType, points: Number(points) })),
    },
    learnerPermission: draft.learnerPermission,
  }
}
