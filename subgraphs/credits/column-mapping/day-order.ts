import { registerEnumType } from 'type-graphql'

/** Which number comes first in a date such as 03/04/2026. */
export enum DayOrder {
  MONTH_FIRST = 'MONTH_FIRST',
  DAY_FIRST = 'DAY_FIRST',
}

registerEnumType(DayOrder, {
  name: 'DayOrder',
  description: 'Which number comes first in a date such as 03/04/2026.',
  valuesConfig: {
    MONTH_FIRST: { description: 'The month: 03/04/2026 is March 4.' },
    DAY_FIRST: { description: 'The day: 03/04/2026 is April 3.' },
  },
})

/** What the dates of a file show of their order. */
export enum DayOrderFinding {
  NOT_NEEDED = 'NOT_NEEDED',
  MONTH_FIRST = 'MONTH_FIRST',
  DAY_FIRST = 'DAY_FIRST',
  UNCLEAR = 'UNCLEAR',
  MIXED = 'MIXED',
}

registerEnumType(DayOrderFinding, {
  name: 'DayOrderFinding',
  description: 'What the first dates of a file show of their order.',
  valuesConfig: {
    NOT_NEEDED: { description: 'None is written in two numbers that could be either.' },
    MONTH_FIRST: { description: 'Some can only begin with the month, such as 06/30.' },
    DAY_FIRST: { description: 'Some can only begin with the day, such as 30/06.' },
    UNCLEAR: { description: 'Every one could be both, such as 03/04: it has to be said.' },
    MIXED: { description: 'Some can only be the one and some only the other: it has to be said.' },
  },
})

/** Dates in numbers without the year in front: only they have an order that can be mistaken. */
const numeric = /^(\d{1,2})([-/.])(\d{1,2})(?=\2|\s|$)/

/** What dates show of their order. */
export function findDayOrder(values: readonly string[]): DayOrderFinding {
  const pairs = values.flatMap((value) => {
    const found = numeric.exec(value.trim())
    return found ? [[Number(found[1]), Number(found[3])] as const] : []
  })
  const dayFirst = pairs.some(([first, second]) => first > 12 && first <= 31 && second <= 12)
  const monthFirst = pairs.some(([first, second]) => first <= 12 && second > 12 && second <= 31)
  if (dayFirst && monthFirst) return DayOrderFinding.MIXED
  if (dayFirst) return DayOrderFinding.DAY_FIRST
  if (monthFirst) return DayOrderFinding.MONTH_FIRST
  return pairs.some(([first, second]) => first !== second) ? DayOrderFinding.UNCLEAR : DayOrderFinding.NOT_NEEDED
}

/** A date of the one order in the other: 30/06/2026 for 06/30/2026. Whatever else is given stays as it is. */
export function swapDayAndMonth(text: string): string {
  const found = numeric.exec(text.trim())
  if (!found) return text
  const [start, first, , second] = found
  return `${second}/${first}${text.trim().slice(start.length).replace(/^[-.]/, '/')}`
}
