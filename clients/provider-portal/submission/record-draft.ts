import { states } from '../../shared/credit/states'
import { emptyDraft, type LearnerDraft } from '../learner-entry/learner-draft'
import type { SubmittedRecord } from './record-page'

/** A record as the form begins with it: everything as it was reported, and the permission to be given anew. */
export function draftOf(
  { completedOn, learner }: SubmittedRecord,
  { cme, moc: [part] }: NonNullable<SubmittedRecord['completion']>,
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
    moc: part && {
      board: part.board.code,
      boardId: learner?.boardId ?? '',
      points: String(part.points),
      lines: Object.fromEntries(part.lines.map(({ creditType, points }) => [creditType, String(points)])),
    },
  }
}

/** The code of a state, however it was written. */
function stateCode(text: string | null | undefined): string | undefined {
  const written = text?.trim().toLowerCase()
  return states.find(({ id, label }) => id.toLowerCase() === written || label.toLowerCase() === written)?.id
}
