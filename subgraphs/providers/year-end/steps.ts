/** What the year of one provider depends on. */
export interface YearFacts {
  providerId: string
  agreementAcceptedAt: Date | null
  agreementAcceptedBy: string | null
  /** Activities that started or ended in the year. */
  activities: number
  /** Those that started in the year and are still drafts. */
  drafts: number
  /** Those that ended in the year and are not closed. */
  notClosed: number
  /** Enduring activities that were running on 31 December. */
  enduring: number
  /** Those of them that are not counted up to that day. */
  notCounted: number
  summarySubmittedAt: Date | null
  summarySubmittedBy: string | null
  contacts: number
  hasPrimaryContact: boolean
  contactsConfirmedAt: Date | null
  contactsConfirmedBy: string | null
}

/** The five steps, in the order in which they are usually done (R02). */
export enum YearStepName {
  AGREEMENT = 'AGREEMENT',
  ACTIVITIES = 'ACTIVITIES',
  ENDURING = 'ENDURING',
  SUMMARY = 'SUMMARY',
  CONTACTS = 'CONTACTS',
}

/** How far one step is. */
export interface StepProgress {
  name: YearStepName
  isDone: boolean
  /** Things to do in it, and how many of them are done. */
  total: number
  done: number
  doneAt: Date | null
  doneBy: string | null
}

/** How far each of the five steps is; what is derived from activities is never ticked by hand (R02). */
export function stepsOf(facts: YearFacts): StepProgress[] {
  const openActivities = facts.drafts + facts.notClosed
  return [
    single(YearStepName.AGREEMENT, facts.agreementAcceptedAt, facts.agreementAcceptedBy),
    counted(YearStepName.ACTIVITIES, facts.activities, openActivities),
    counted(YearStepName.ENDURING, facts.enduring, facts.notCounted),
    single(YearStepName.SUMMARY, facts.summarySubmittedAt, facts.summarySubmittedBy),
    single(
      YearStepName.CONTACTS,
      facts.hasPrimaryContact ? facts.contactsConfirmedAt : null,
      facts.hasPrimaryContact ? facts.contactsConfirmedBy : null,
    ),
  ]
}

/** A year is complete only when all five steps are done (R03). */
export const isComplete = (facts: YearFacts): boolean => stepsOf(facts).every(({ isDone }) => isDone)

const single = (name: YearStepName, doneAt: Date | null, doneBy: string | null): StepProgress => ({
  name,
  isDone: doneAt !== null,
  total: 1,
  done: doneAt ? 1 : 0,
  doneAt,
  doneBy,
})

const counted = (name: YearStepName, total: number, open: number): StepProgress => ({
  name,
  isDone: open === 0,
  total,
  done: total - open,
  doneAt: null,
  doneBy: null,
})
