import { stateNames } from '../../../../../subgraphs/reference/states.js'
import type { Random } from '../../../../seed/random/random.js'
import type { Physician } from '../../population/physician.js'
import type { Cells } from '../cells.js'

/** One way of writing down the same thing; none of them says anything wrong. */
interface Habit {
  /** Named in the truth; undefined where nobody would call it an error. */
  kind: string | undefined
  rate: number
  /** What changes; undefined where it cannot happen. */
  write(cells: Cells, random: Random, physician: Physician): Partial<Cells> | undefined
}

const degrees = [', MD', ' MD', ' M.D.', ' MD FACP', ', MD, PhD', ' MD MPH', ', M.D., F.A.C.S.']
const placeholders = ['N/A', 'n/a', 'NA', 'none', '-', 'unknown', 'XXX', '0', 'TBD']

/** How people write, in the order in which it comes over a row. */
export const habits: readonly Habit[] = [
  { kind: 'last:has-suffix', rate: 0.25, write: suffixInName },
  { kind: 'last:has-degree', rate: 0.008, write: degreeInName },
  { kind: 'first:has-title', rate: 0.003, write: ({ first }) => ({ first: `Dr. ${first}` }) },
  { kind: 'encoding:mojibake', rate: 0.12, write: misread },
  { kind: undefined, rate: 0.35, write: withoutMarks },
  {
    kind: undefined,
    rate: 0.03,
    write: ({ state }) => ({ state: stateNames[state as keyof typeof stateNames] ?? state }),
  },
  { kind: undefined, rate: 0.2, write: licenseAsTyped },
  { kind: undefined, rate: 0.02, write: ({ npi }, random) => (npi ? { npi: spaced(npi, random) } : undefined) },
  { kind: undefined, rate: 0.02, write: placeholder },
  { kind: undefined, rate: 0.15, write: ({ birth_month, birth_day }) => twoDigits(birth_month, birth_day) },
  { kind: undefined, rate: 0.12, write: (cells) => recased(cells, (text) => text.toUpperCase()) },
  { kind: undefined, rate: 0.04, write: (cells) => recased(cells, (text) => text.toLowerCase()) },
  { kind: undefined, rate: 0.03, write: padded },
]

function suffixInName({ last, suffix }: Cells, random: Random): Partial<Cells> | undefined {
  return suffix
    ? { last: `${last}${random.pick([' ', ', '])}${suffix}${random.pick(['', '.'])}`, suffix: '' }
    : undefined
}

function degreeInName({ last }: Cells, random: Random, { degree }: Physician): Partial<Cells> | undefined {
  if (!last) return undefined
  return { last: `${last}${degree === 'DO' ? random.pick([', DO', ' D.O.', ', DO, FAAP']) : random.pick(degrees)}` }
}

/** UTF-8 that somebody has read as Latin-1. */
function misread({ first, last }: Cells): Partial<Cells> | undefined {
  const wrong = (text: string) => Buffer.from(text, 'utf8').toString('latin1')
  return isPlain(first + last) ? undefined : { first: wrong(first), last: wrong(last) }
}

function withoutMarks({ first, last }: Cells): Partial<Cells> | undefined {
  const plain = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '')
  // What has been misread already is no letter with a mark any more.
  return isPlain(first + last) || /Ã|â/.test(first + last) ? undefined : { first: plain(first), last: plain(last) }
}

function licenseAsTyped({ license, state }: Cells, random: Random): Partial<Cells> | undefined {
  if (!license) return undefined
  const [, letters = '', digits = ''] = /^([A-Z]*)[-. ]?(\d+)$/.exec(license) ?? []
  const ways = [`${state} ${license}`, license.toLowerCase(), `#${license}`, license.replace(/[-.]/g, '')]
  return { license: random.pick(letters ? [...ways, `${letters} ${digits}`, `${letters}-${digits}`] : ways) }
}

function spaced(npi: string, random: Random): string {
  return random.pick([`${npi}.0`, `${npi.slice(0, 4)} ${npi.slice(4, 7)} ${npi.slice(7)}`, ` ${npi}`, `NPI ${npi}`])
}

function placeholder(cells: Cells, random: Random): Partial<Cells> | undefined {
  const column = random.pick(['middle', 'suffix', 'license', 'npi', 'board_id', 'email', 'city'] as const)
  return cells[column] ? undefined : { [column]: random.pick(placeholders) }
}

const twoDigits = (month: string, day: string): Partial<Cells> | undefined =>
  month ? { birth_month: month.padStart(2, '0'), birth_day: day.padStart(2, '0') } : undefined

function recased(cells: Cells, change: (text: string) => string): Partial<Cells> {
  const { first, last, middle, suffix, city } = cells
  return {
    first: change(first),
    last: change(last),
    middle: change(middle),
    suffix: change(suffix),
    city: change(city),
  }
}

function padded({ first, last }: Cells, random: Random): Partial<Cells> {
  return random.pick([{ first: ` ${first}` }, { last: `${last}  ` }, { first: `${first}\u00a0`, last: `\t${last}` }])
}

const isPlain = (text: string) => !/[^ -~]/.test(text)
