import type { CompletionInput, EntryActivityQuery } from '../../graphql/graphql'
import { parseBirthday } from './birthday'

export type EntryActivity = EntryActivityQuery['activity']

/** A board’s part as typed; lines hold the points of each credit type that is ticked. */
export interface MocDraft {
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
  /** The boards that are reported to, by code. */
  moc: Readonly<Record<string, MocDraft>>
  /** The answers for REMS by field; undefined where nothing is reported for it. */
  rems: Readonly<Record<string, string>> | undefined
  creditId: string
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
  moc: {},
  rems: undefined,
  creditId: '',
  learnerPermission: false,
}

/** The next learner of the same session: activity, day and boards stay, and so does the state, which is mostly the same. */
export const nextDraft = ({ completedOn, licensingState, moc, rems }: LearnerDraft): LearnerDraft => ({
  ...emptyDraft,
  completedOn,
  licensingState,
  moc: Object.fromEntries(Object.entries(moc).map(([code, part]) => [code, { ...part, boardId: '' }])),
  rems: rems && {},
})

/** A board’s part as the registration allows it at most. */
export function fullMoc(registration: EntryActivity['mocRegistrations'][number]): MocDraft {
  const points = String(registration.points)
  return {
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
    ['licensing state', draft.licensingState !== undefined || (isMore(draft) && credits.trim() === '')],
    ['credits', isMore(draft) || credits.trim() !== ''],
    ['numbers for credits and points', [credits, ...pointsIn(draft)].every(isNumber)],
    [
      'local identifier and profession for REMS',
      !draft.rems || Boolean(draft.rems.localIdentifier?.trim() && draft.rems.profession),
    ],
  ]
  return checks.filter(([, filled]) => !filled).map(([name]) => name)
}

/** True where something besides CME is reported, so that the credits may stay blank. */
export const isMore = ({ moc, rems }: LearnerDraft) => Object.keys(moc).length > 0 || rems !== undefined

const pointsIn = ({ moc }: LearnerDraft) =>
  Object.values(moc).flatMap(({ points, lines }) => [points, ...Object.values(lines)])

const isNumber = (text: string) => Number.isFinite(Number(text))

/** The draft as the graph takes it, or undefined while something is missing. */
export function inputOf(draft: LearnerDraft, activity: EntryActivity | undefined): CompletionInput | undefined {
  const birthday = parseBirthday(draft.birthday)
  if (!activity || !draft.completedOn || !birthday || missingFrom(draft, activity).length > 0) return undefined
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
    moc: boardsOf(draft, activity).map(([board, { boardId, points, lines }]) => ({
      board,
      boardId: boardId.trim() || undefined,
      points: Number(points),
      lines: Object.entries(lines).map(([creditType, amount]) => ({ creditType, points: Number(amount) })),
    })),
    rems: draft.rems && remsOf(draft.rems),
    creditIds: draft.creditId.trim() ? [draft.creditId.trim()] : undefined,
    learnerPermission: draft.learnerPermission,
  }
}

/** The boards that are reported to, in the order of the activity’s registrations. */
export const boardsOf = (draft: LearnerDraft, activity: EntryActivity | undefined): [string, MocDraft][] =>
  (activity?.mocRegistrations ?? []).flatMap(({ board }): [string, MocDraft][] => {
    const part = draft.moc[board.code]
    return part ? [[board.code, part]] : []
  })

const remsOf = ({
  localIdentifier = '',
  profession = '',
  surgicalProcedures,
  ...rems
}: Readonly<Record<string, string>>) => ({
  localIdentifier: localIdentifier.trim(),
  profession,
  surgicalProcedures: surgicalProcedures ? surgicalProcedures === 'Yes' : undefined,
  practiceState: rems.practiceState || undefined,
  deaRegistration: rems.deaRegistration || undefined,
  practiceArea: rems.practiceArea || undefined,
  timeInPractice: rems.timeInPractice || undefined,
})
