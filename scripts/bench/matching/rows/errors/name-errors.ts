import type { Random } from '../../../../seed/random/random.js'
import { plainLetters } from '../../names/spelling.js'
import type { Said, Setting } from '../said.js'
import { mistype } from '../typo.js'
import type { SaidError } from './said-error.js'

const named = (field: 'FIRST_NAME' | 'LAST_NAME') => ({ harmless: false, blames: [field] as const })

/** What goes wrong with names. */
export const nameErrors: readonly SaidError[] = [
  { kind: 'first:nickname', rate: 0.06, ...named('FIRST_NAME'), harmless: true, change: nickname },
  {
    kind: 'first:uses-middle',
    rate: 0.016,
    harmless: false,
    blames: ['FIRST_NAME', 'MIDDLE_NAME'],
    change: usesMiddle,
  },
  { kind: 'first:has-middle', rate: 0.014, ...named('FIRST_NAME'), harmless: true, change: hasMiddle },
  { kind: 'first:initial', rate: 0.0065, ...named('FIRST_NAME'), change: ({ first }) => ({ first: first.charAt(0) }) },
  {
    kind: 'first:typo',
    rate: 0.016,
    ...named('FIRST_NAME'),
    change: ({ first }, _, random) => typo('first', first, random),
  },
  {
    kind: 'last:typo',
    rate: 0.017,
    ...named('LAST_NAME'),
    change: ({ last }, _, random) => typo('last', last, random),
  },
  { kind: 'last:former-on-file', rate: 0.055, ...named('LAST_NAME'), harmless: true, change: formerOnFile },
  { kind: 'last:former-unknown', rate: 0.014, ...named('LAST_NAME'), change: otherSurname },
  { kind: 'last:new-married', rate: 0.006, ...named('LAST_NAME'), change: otherSurname },
  { kind: 'last:hyphen-part', rate: 0.2, ...named('LAST_NAME'), change: half },
  { kind: 'last:hyphen-format', rate: 0.15, ...named('LAST_NAME'), harmless: true, change: rejoined },
  { kind: 'last:particle', rate: 0.3, ...named('LAST_NAME'), harmless: true, change: joined },
  { kind: 'middle:wrong', rate: 0.002, harmless: false, blames: ['MIDDLE_NAME'], change: wrongMiddle },
  { kind: 'suffix:wrong', rate: 0.002, harmless: false, blames: ['SUFFIX'], change: wrongSuffix },
  {
    kind: 'swap-first-last',
    rate: 0.006,
    harmless: false,
    blames: ['NAME_ORDER', 'FIRST_NAME', 'LAST_NAME'],
    change: ({ first, last }) => ({ first: last, last: first }),
  },
]

function nickname(_: Said, { physician, population }: Setting, random: Random): Partial<Said> | undefined {
  const known = population.nicknamesOf(physician.first)
  return known.length > 0 ? { first: random.pick(known) } : undefined
}

/** Many are called by their middle name, and say the first one as if it were the middle one, or not at all. */
function usesMiddle({ first, middle }: Said, { physician }: Setting, random: Random): Partial<Said> | undefined {
  if (physician.middle.length < 3 || first === physician.middle) return undefined
  return { first: physician.middle, middle: random.chance(0.5) || !middle ? '' : first }
}

function hasMiddle({ first }: Said, { physician: { middle } }: Setting, random: Random): Partial<Said> | undefined {
  if (!middle) return undefined
  const said = random.chance(0.4) ? middle.charAt(0) : middle
  return { first: `${first} ${said}${said.length === 1 && random.chance(0.4) ? '.' : ''}`, middle: '' }
}

function typo(field: 'first' | 'last', name: string, random: Random): Partial<Said> | undefined {
  if (name.length < 3) return undefined
  const wrong = mistype(random, name)
  return plainLetters(wrong) === plainLetters(name) ? undefined : { [field]: wrong }
}

function formerOnFile(_: Said, { physician }: Setting): Partial<Said> | undefined {
  return physician.formerLast ? { last: physician.formerLast } : undefined
}

/** A name from before or after a wedding that the file does not know. */
function otherSurname({ last }: Said, { physician, population }: Setting, random: Random): Partial<Said> | undefined {
  if (physician.sex !== 'F') return undefined
  const other = population.surname(random)
  const isKnown = [last, physician.last, physician.formerLast].some(
    (name) => plainLetters(name) === plainLetters(other),
  )
  return isKnown ? undefined : { last: other }
}

function half({ last }: Said, _: Setting, random: Random): Partial<Said> | undefined {
  const parts = last.split('-').filter((part) => part.length > 1)
  return parts.length > 1 ? { last: random.pick(parts) } : undefined
}

function rejoined({ last }: Said, _: Setting, random: Random): Partial<Said> | undefined {
  return last.includes('-') ? { last: last.replace('-', random.pick([' ', '', ' - '])) } : undefined
}

function joined({ last }: Said): Partial<Said> | undefined {
  return last.includes(' ') ? { last: last.replaceAll(' ', '') } : undefined
}

function wrongMiddle({ middle }: Said, { physician }: Setting, random: Random): Partial<Said> | undefined {
  const other = random.pick([...'ABCDEFGHJKLMNPRSTVW'])
  const isRight = !physician.middle || physician.middle.startsWith(other)
  return !middle || isRight ? undefined : { middle: other }
}

function wrongSuffix(_: Said, { physician }: Setting, random: Random): Partial<Said> | undefined {
  if (physician.sex !== 'M') return undefined
  const other = random.pick(['Jr', 'Sr', 'II', 'III'].filter((suffix) => suffix !== physician.suffix))
  return { suffix: other }
}
