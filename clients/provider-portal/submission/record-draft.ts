import { states } from '../../shared/credit/states'
import { emptyDraft, type LearnerDraft } from '../learner-entry/learner-draft'
import type { SubmittedRecord } from './record-page'

/** A record as the form begins with it: everything as it was reported, and the permission to be given anew. */
export function draftOf(
  { completedOn, learner }: SubmittedRecord,
  { cme, moc }: NonNullable<SubmittedRecord['completion']>,
): LearnerDraft {
  const birthday = learner?.birthMonth && learner.birthDay ? [learner.birthMonth, learner.birthDay] : []
  return {
    ...emptyDraft,
    completedOn,
    givenName: learner?.givenName ?? '',
    familyName: learner?.familyName ?? '',
    birthday: birthday.map((number) => String(number).padStart(2, '0')).join('/'),
    licensingState: stateCode(cme?.licensingState ?? learner?.licensingState),
    licenseOrNpi: learner?.licenseOrNpi ?? '',
    credits: cme ? String(cme.credits) : '',
    moc: Object.fromEntries(
      moc.map(({ board, points: all, lines }) => [
        board.code,
        {
          boardId: learner?.boardIds.find((each) => each.board === board.code)?.boardId ?? '',
          points: String(all),
          lines: Object.fromEntries(lines.map(({ creditType, points }) => [creditType, String(points)])),
        },
      ]),
    ),
  }
}

/** The code of a state, however it was written. */
function stateCode(text: string | null | undefined): string | undefined {
  const written = text?.trim().toLowerCase()
  return states.find(({ id, label }) => id.toLowerCase() === written || label.toLowerCase() === written)?.id
}
