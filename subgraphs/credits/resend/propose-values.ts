import { parseCreditType } from '../../reference/certifying-boards.js'
import { stateNames } from '../../reference/states.js'
import type { Cell } from '../../shared/workbook/cell.js'
import { parseBirthday, parseDay, printBirthday } from '../../shared/workbook/day-text.js'
import { parseQuarters } from '../batch/columns.js'
import type { ActivityFacts } from '../owners/owners.js'
import { isWithin } from '../record/judge-activity.js'
import { nearest } from './nearest.js'

/** What a cell may be meant to say, and where that comes from. */
export type Suggestion = { text: string; because: string }

const swapped = 'Day and month swapped'

/** A day as our files write it. */
export const printDay = (day: string) => `${day.slice(5, 7)}/${day.slice(8)}/${day.slice(0, 4)}`

/** A day that cannot be read, with its parts in another order or its year in full. */
export function readableDay({ text }: Cell): Suggestion | undefined {
  const found = /^(\d{1,2})[./-](\d{1,2})[./-](\d{2}|\d{4})$/.exec(text.trim())
  if (!found) return undefined
  const [, one = '', other = '', given = ''] = found
  const year = given.length === 2 ? `20${given}` : given
  const asWritten = parseDay(`${one}/${other}/${year}`, 'text')
  if (asWritten) return { text: printDay(asWritten), because: 'Month, day and a year of four digits' }
  const day = parseDay(`${other}/${one}/${year}`, 'text')
  return day ? { text: printDay(day), because: swapped } : undefined
}

/** A birthday that cannot be read, with its parts in the other order; whatever stood for a year stays out. */
export function readableBirthday({ text }: Cell): Suggestion | undefined {
  const [, one = '', other = ''] = /^(\d{1,2})[./-](\d{1,2})\b/.exec(text.trim()) ?? []
  const asWritten = parseBirthday(`${one}/${other}`, 'text')
  if (asWritten) return { text: printBirthday(asWritten), because: 'Month and day alone' }
  const birthday = parseBirthday(`${other}/${one}`, 'text')
  return birthday ? { text: printBirthday(birthday), because: swapped } : undefined
}

/** A birthday that can be read both ways, the other way. */
export function otherBirthday({ text, kind }: Cell): Suggestion | undefined {
  const birthday = parseBirthday(text, kind)
  if (!birthday || birthday.day > 12 || birthday.day === birthday.month) return undefined
  return { text: printBirthday({ month: birthday.day, day: birthday.month }), because: swapped }
}

/** A day outside the activity: the other way round where that is within, in the activity’s year, or its last day. */
export function dayOfActivity({ text, kind }: Cell, activity: ActivityFacts | undefined): Suggestion | undefined {
  const day = parseDay(text, kind)
  if (!day || !activity) return undefined
  const { startsOn, endsOn } = activity
  const turned = parseDay(`${day.slice(0, 4)}-${day.slice(8)}-${day.slice(5, 7)}`, 'text')
  if (turned && turned !== day && isWithin(turned, startsOn, endsOn))
    return { text: printDay(turned), because: swapped }
  const thatYear = endsOn && parseDay(`${endsOn.slice(0, 4)}${day.slice(4)}`, 'text')
  if (thatYear && thatYear !== day && isWithin(thatYear, startsOn, endsOn))
    return { text: printDay(thatYear), because: 'The year of the activity' }
  if (!endsOn || day <= endsOn) return undefined
  return { text: printDay(endsOn), because: 'Last day of the activity' }
}

/** An amount that cannot be read, as a number in whole quarters. */
export function readableAmount({ text }: Cell): Suggestion | undefined {
  const [, number = ''] = /^\D{0,3}(\d{1,4}(?:[.,]\d{1,6})?)\s*(?:[a-z. ]{0,20})$/i.exec(text.trim()) ?? []
  const plain = number.replace(',', '.')
  const quarters = Math.round(Number(plain) * 4)
  if (!plain || text.trim().startsWith('-') || quarters <= 0) return undefined
  const because =
    parseQuarters(plain) === quarters ? 'The number alone, with a point' : 'Rounded to the nearest quarter'
  return { text: String(quarters / 4), because }
}

/** The state that a slip of a letter or two was meant for. */
export function nearestState({ text }: Cell): Suggestion | undefined {
  const name = nearest(text, Object.values(stateNames))
  return name ? { text: name, because: 'The nearest name of a state' } : undefined
}

/** The one of these credit types that a text names or was meant for. */
export function nearestCreditType({ text }: Cell, labels: readonly string[]): Suggestion | undefined {
  const label = nearest(text, labels)
  return label && parseCreditType(label) ? { text: label, because: 'The nearest credit type' } : undefined
}

/** The record action that a word is short for, or another word of. */
export function meantAction({ text }: Cell): Suggestion | undefined {
  const word = text.trim().toUpperCase()
  const add = ['A', 'ADDED', 'NEW', 'INSERT', 'CREATE'].includes(word) || nearest(word, ['ADD']) !== undefined
  if (add) return { text: 'Add', because: 'The nearest record action' }
  const remove = ['D', 'DEL', 'DELETED', 'REMOVE'].includes(word) || nearest(word, ['DELETE']) !== undefined
  return remove ? { text: 'Delete', because: 'The nearest record action' } : undefined
}
