import type { LicensingState } from '../../../../../subgraphs/reference/license-formats.js'
import { cities } from '../../../../seed/provider/cities.js'
import type { Random } from '../../../../seed/random/random.js'
import { homes, neighboursOf } from '../../population/profile.js'
import type { Said, Setting } from '../said.js'
import { misdial } from '../typo.js'
import type { SaidError } from './said-error.js'

const birthday = { harmless: false, blames: ['BIRTHDATE'] as const }
const state = { harmless: false, blames: ['STATE'] as const }
const license = { harmless: false, blames: ['LICENSE'] as const }
const npi = { harmless: false, blames: ['NPI'] as const }

/** What goes wrong with birthdays, states and numbers. */
export const factErrors: readonly SaidError[] = [
  { kind: 'dob:missing', rate: 0.004, ...birthday, change: () => ({ birthMonth: 0, birthDay: 0 }) },
  { kind: 'dob:day-typo', rate: 0.006, ...birthday, change: ({ birthDay }, _, random) => otherDay(birthDay, random) },
  { kind: 'dob:month-typo', rate: 0.0024, ...birthday, change: otherMonth },
  { kind: 'dob:off-by-one', rate: 0.0022, ...birthday, change: nextDay },
  { kind: 'dob:swapped', rate: 0.005, ...birthday, change: swappedDay },
  { kind: 'dob:default', rate: 0.0012, ...birthday, change: newYear },
  { kind: 'dob:random', rate: 0.001, ...birthday, change: anyDay },
  { kind: 'state:neighbour', rate: 0.02, ...state, change: neighbour },
  {
    kind: 'state:random',
    rate: 0.0055,
    ...state,
    change: (_, setting, random) => unlicensed(homes.draw(random), setting),
  },
  { kind: 'state:missing', rate: 0.0036, ...state, change: () => ({ state: '' }) },
  {
    kind: 'license:typo',
    rate: 0.015,
    ...license,
    change: ({ license }, _, random) => wrongNumber('license', license, random),
  },
  { kind: 'license:zeros-lost', rate: 0.04, ...license, harmless: true, change: withoutZeros },
  { kind: 'license:other-state', rate: 0.02, harmless: false, blames: ['LICENSE', 'STATE'], change: otherLicense },
  { kind: 'npi:typo', rate: 0.008, ...npi, change: ({ npi }, _, random) => wrongNumber('npi', npi, random) },
  { kind: 'npi:someone-else', rate: 0.0012, ...npi, change: someonesNpi },
  { kind: 'npi:shifted-row', rate: 1, ...npi, change: nextNpi },
  { kind: 'city:other', rate: 0.08, harmless: true, blames: ['CITY'], change: otherCity },
  { kind: 'board:typo', rate: 0.005, harmless: false, blames: ['BOARD_ID'], change: wrongBoardId },
]

const daysIn = (month: number) => new Date(Date.UTC(2000, month, 0)).getUTCDate()

function otherDay(day: number, random: Random): Partial<Said> | undefined {
  if (day === 0) return undefined
  const text = String(day)
  const digit = String(random.below(10))
  const place = random.below(text.length)
  const wrong = Number(text.slice(0, place) + digit + text.slice(place + 1))
  return wrong === day || wrong < 1 || wrong > 31 ? undefined : { birthDay: wrong }
}

function otherMonth({ birthMonth, birthDay }: Said, _: Setting, random: Random): Partial<Said> | undefined {
  const wrong = random.between(1, 12)
  return birthMonth === 0 || wrong === birthMonth || birthDay > daysIn(wrong) ? undefined : { birthMonth: wrong }
}

function nextDay({ birthMonth, birthDay }: Said, _: Setting, random: Random): Partial<Said> | undefined {
  if (birthMonth === 0) return undefined
  const day = new Date(Date.UTC(2000, birthMonth - 1, birthDay + (random.chance(0.5) ? 1 : -1)))
  return { birthMonth: day.getUTCMonth() + 1, birthDay: day.getUTCDate() }
}

function swappedDay({ birthMonth, birthDay }: Said): Partial<Said> | undefined {
  const isPossible = birthDay <= 12 && birthDay !== birthMonth && birthMonth > 0
  return isPossible ? { birthMonth: birthDay, birthDay: birthMonth } : undefined
}

function newYear({ birthMonth, birthDay }: Said): Partial<Said> | undefined {
  return birthMonth === 1 && birthDay === 1 ? undefined : { birthMonth: 1, birthDay: 1 }
}

function anyDay(said: Said, _: Setting, random: Random): Partial<Said> | undefined {
  const birthMonth = random.between(1, 12)
  const birthDay = random.between(1, daysIn(birthMonth))
  return birthMonth === said.birthMonth && birthDay === said.birthDay ? undefined : { birthMonth, birthDay }
}

function neighbour({ state: said }: Said, setting: Setting, random: Random): Partial<Said> | undefined {
  return said ? unlicensed(random.pick(neighboursOf(said)), setting) : undefined
}

function unlicensed(wrong: string, { physician }: Setting): Partial<Said> | undefined {
  return physician.licenses.some((held) => held.state === wrong) ? undefined : { state: wrong }
}

function wrongNumber(field: 'license' | 'npi', number: string, random: Random): Partial<Said> | undefined {
  if (!/\d/.test(number)) return undefined
  const wrong = misdial(random, number)
  return digitsOf(wrong) === digitsOf(number) ? undefined : { [field]: wrong }
}

/** A spreadsheet takes a number for a number. */
function withoutZeros({ license: number }: Said): Partial<Said> | undefined {
  return /^0+\d+$/.test(number) ? { license: number.replace(/^0+/, '') } : undefined
}

function otherLicense({ state: said, license: given }: Said, { physician }: Setting, random: Random) {
  const others = physician.licenses.filter((held) => held.state !== said && digitsOf(held.number) !== digitsOf(given))
  return given && others.length > 0 ? { license: random.pick(others).number } : undefined
}

function someonesNpi({ npi: given }: Said, { population }: Setting, random: Random): Partial<Said> | undefined {
  if (!given || population.size === 0) return undefined
  const other = population.npiOf(random.below(population.size))
  return other === given ? undefined : { npi: other }
}

function nextNpi({ npi: given }: Said, { isShifted, next }: Setting): Partial<Said> | undefined {
  const other = isShifted && given ? next().npi : given
  return other === given ? undefined : { npi: other }
}

/** People live in one place and work in another. */
function otherCity({ city }: Said, { physician }: Setting, random: Random): Partial<Said> | undefined {
  const other = random.pick(cities[random.pick(physician.licenses).state as LicensingState])
  return city && other !== city ? { city: other } : undefined
}

function wrongBoardId({ boardId }: Said, _: Setting, random: Random): Partial<Said> | undefined {
  const [board, id] = boardId.split(':')
  return board && id ? { boardId: `${board}:${misdial(random, id)}` } : undefined
}

const digitsOf = (number: string) => number.replace(/\D/g, '').replace(/^0+/, '')
