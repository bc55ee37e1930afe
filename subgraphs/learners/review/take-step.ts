import type { EntityManager } from '@mikro-orm/postgresql'
import { badInput } from '../../shared/errors.js'
import type { ReviewCase } from './review-case.js'
import type { ReviewStepKind } from './review-enums.js'
import { ReviewStep } from './review-step.js'

/** The longest note, in characters. */
export const maxNoteLength = 500

/** Who acts, and why. */
export interface Actor {
  accountId: string
  note?: string | null
}

/** A note without blanks around it; null for none. Throws BAD_USER_INPUT for one that is too long. */
export function tidyNote(note: string | null | undefined): string | null {
  const text = note?.trim() || null
  if (text && text.length > maxNoteLength) throw badInput(`Write at most ${maxNoteLength} characters.`)
  return text
}

/** Saves a case as it stands, and appends who has brought it there, when and why; its steps have to be loaded. */
export async function takeStep(
  transaction: EntityManager,
  found: ReviewCase,
  step: ReviewStepKind,
  { accountId, note }: Actor,
): Promise<void> {
  transaction.create(ReviewStep, {
    case: found,
    sequence: found.steps.length + 1,
    step,
    learner: found.learner,
    isNobody: found.isNobody,
    note,
    takenBy: accountId,
    takenAt: new Date(),
  })
  await transaction.flush()
}
