import type { LearnerIdentificationInput } from '../../graphql/graphql'
import { states } from '../../shared/credit/states'
import { parseBirthday, printBirthday } from '../learner-entry/birthday'

/** How one learner is identified, as typed or pasted so far. */
export interface TypedLearner {
  givenName: string
  middleName: string
  familyName: string
  suffix: string
  birthday: string
  licensingState: string
  licenseOrNpi: string
  board: string
  boardId: string
}

export type LearnerField = keyof TypedLearner

export const noLearner: TypedLearner = {
  givenName: '',
  middleName: '',
  familyName: '',
  suffix: '',
  birthday: '',
  licensingState: '',
  licenseOrNpi: '',
  board: '',
  boardId: '',
}

export const learnerFields = Object.keys(noLearner) as LearnerField[]

/** The next learner of the same visit: the state is mostly the same. */
export const learnerAfter = ({ licensingState }: TypedLearner): TypedLearner => ({ ...noLearner, licensingState })

/** Whether anything but the state, which stays from one learner to the next, has been typed. */
export const isBegun = (learner: TypedLearner) =>
  Object.entries(learner).some(([field, text]) => field !== 'licensingState' && text.trim() !== '')

/** The learner with the birthday in figures, and without a year that came with it. */
export function tidied(learner: TypedLearner): TypedLearner {
  const birthday = parseBirthday(learner.birthday)
  return birthday ? { ...learner, birthday: printBirthday(birthday) } : learner
}

const byText = new Map(
  states.flatMap(({ id, label }) => [
    [id, id],
    [label.toUpperCase(), id],
    [`${label} (${id})`.toUpperCase(), id],
  ]),
)

/** The code of a state that is written as its code or its name. */
export const stateOf = (text: string) => byText.get(text.trim().toUpperCase().replace(/\s+/g, ' '))

/** The field that is missing or cannot be read, and what it is called. */
export interface Missing {
  field: LearnerField
  name: string
}

/** What has to be there before anybody can be looked for. */
export function missingFrom(learner: TypedLearner): Missing[] {
  const has = (field: LearnerField) => learner[field].trim() !== ''
  const checks: [LearnerField, string, boolean][] = [
    ['givenName', 'first name', has('givenName')],
    ['familyName', 'last name', has('familyName')],
    ['birthday', 'month and day of birth', parseBirthday(learner.birthday) !== undefined],
    [
      'licensingState',
      'state of licensure',
      has('licensingState') ? stateOf(learner.licensingState) !== undefined : has('board'),
    ],
    ['board', 'certifying board', has('board') || !has('boardId')],
    ['boardId', 'board ID', has('boardId') || !needsBoardId(learner.board)],
  ]
  return checks.filter(([, , isThere]) => !isThere).map(([field, name]) => ({ field, name }))
}

/** Every board but ABS identifies a diplomate by its own number. */
export const needsBoardId = (board: string) => !['', 'ABS'].includes(board.trim().toUpperCase())

/** The learner as the graph takes it, or undefined while something is missing. */
export function inputOf(learner: TypedLearner): LearnerIdentificationInput | undefined {
  const birthday = parseBirthday(learner.birthday)
  if (!birthday || missingFrom(learner).length > 0) return undefined
  const given = (field: LearnerField) => learner[field].trim() || undefined
  return {
    givenName: learner.givenName.trim(),
    middleName: given('middleName'),
    familyName: learner.familyName.trim(),
    suffix: given('suffix'),
    birthMonth: birthday.month,
    birthDay: birthday.day,
    licensingState: stateOf(learner.licensingState),
    licenseOrNpi: given('licenseOrNpi'),
    board: given('board')?.toUpperCase(),
    boardId: given('boardId'),
  }
}

/** The name as a sentence or a list shows it. */
export const nameOf = ({ givenName, middleName, familyName, suffix }: TypedLearner) =>
  [givenName, middleName, familyName, suffix]
    .map((part) => part.trim())
    .filter(Boolean)
    .join(' ') || 'No name'

/** What else is known of a learner, on one line. */
export const describedBy = ({ birthday, licensingState, licenseOrNpi, board, boardId }: TypedLearner) =>
  [birthday, licensingState, licenseOrNpi, board, boardId].filter(Boolean).join(' · ')
