import { addDays } from '../../reference/calendar-day.js'

/** What the clock does to a request that waits. */
export interface ClockStep {
  /** Days after the day on which it was asked. */
  days: number
  state: 'REMINDED' | 'ESCALATED'
}

/** What silence leads to: two reminders of the provider, then the platform’s operators see it. */
export const schedule: readonly ClockStep[] = [
  { days: 7, state: 'REMINDED' },
  { days: 14, state: 'REMINDED' },
  { days: 30, state: 'ESCALATED' },
]

/** How long a provider has to answer. */
export const answerDays = schedule.find(({ state }) => state === 'ESCALATED')?.days ?? 0

/** The last day on which a provider may answer in time. */
export const deadlineOf = (askedOn: string): string => addDays(askedOn, answerDays)

/** The day of the next step of a request for which some were taken; null after the last. */
export function nextStepOn(askedOn: string, taken: number): string | null {
  const step = schedule[taken]
  return step ? addDays(askedOn, step.days) : null
}

/** Where a request stands once today’s steps are taken: the last one that is due, whatever was slept through. */
export function stepDue(
  askedOn: string,
  taken: number,
  today: string,
): { taken: number; state: ClockStep['state'] } | undefined {
  const due = schedule.findLastIndex(({ days }, index) => index >= taken && addDays(askedOn, days) <= today)
  const step = schedule[due]
  return step && { taken: due + 1, state: step.state }
}
