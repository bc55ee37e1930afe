import type { YearStepName } from '../../graphql/graphql'
import { plural } from '../../shared/format/numbers'

/** What each step is called, and why it is there. */
export const stepWords: Record<YearStepName, { title: string; about: string }> = {
  AGREEMENT: {
    title: 'Accept the annual agreement',
    about: 'You report every activity, your figures are right, and you keep the records for your next review.',
  },
  ACTIVITIES: {
    title: 'Enter and close activities',
    about: 'Everything that started in the year is entered, and everything that ended in it is closed.',
  },
  ENDURING: {
    title: 'Count learners of enduring activities',
    about: 'Cumulative counts up to 31 December, of every enduring activity that goes on.',
  },
  SUMMARY: { title: 'Submit the program summary', about: 'The financial totals of your program over twelve months.' },
  CONTACTS: { title: 'Confirm your contacts', about: 'The people to whom we and your accreditor write.' },
}

/** How many days there are, or how many it is late. */
export function daysWords(daysLeft: number): string {
  if (daysLeft === 0) return 'due today'
  return daysLeft > 0 ? `${plural(daysLeft, 'day')} left` : `${plural(-daysLeft, 'day')} late`
}
