import { physician } from '../sample-person.js'
import { type CaseFamily, type RowMaker, rejected, type SampleCells } from '../sample-row.js'

/** Cells that cannot be what they stand for. The person is on file each time, so that nothing else is wrong. */
export function valueFamilies(make: RowMaker): CaseFamily[] {
  const year = make.daysAgo(0).slice(0, 4)
  const cases: readonly (readonly [name: string, changes: SampleCells, code: string])[] = [
    ['31 February', { completed: `2/31/${year}` }, 'ROW_BAD_VALUE'],
    ['31 February, year first', { completed: `${year}-02-31` }, 'ROW_BAD_VALUE'],
    ['month 13 in a completion date', { completed: `13/05/${year}` }, 'ROW_BAD_VALUE'],
    ['words for a completion date', { completed: 'last week' }, 'ROW_BAD_VALUE'],
    ['month 13 in a birthday', { born: '13/05' }, 'ROW_BAD_VALUE'],
    ['30 February in a birthday', { born: '02/30' }, 'ROW_BAD_VALUE'],
    ['a birthday without its day', { born: 'September' }, 'ROW_BAD_VALUE'],
    ['credits in tenths', { credits: 1.1 }, 'ROW_BAD_VALUE'],
    ['credits in thirds', { credits: 1 / 3 }, 'ROW_BAD_VALUE'],
    ['no credits at all', { credits: 0 }, 'ROW_BAD_VALUE'],
    ['negative credits', { credits: -2 }, 'ROW_BAD_VALUE'],
    ['credits with a comma', { credits: '1,5' }, 'ROW_BAD_VALUE'],
    ['credits in words', { credits: 'two' }, 'ROW_BAD_VALUE'],
    ['an error of the spreadsheet program', { credits: { error: '#N/A' } }, 'ROW_BAD_VALUE'],
    ['a state that there is not', { state: 'Mayne' }, 'ROW_BAD_VALUE'],
    ['a state of another country', { state: 'Ontario' }, 'ROW_BAD_VALUE'],
    ['no first name', { first: undefined }, 'ROW_MISSING_REQUIRED'],
    ['a blank for a last name', { last: ' ' }, 'ROW_MISSING_REQUIRED'],
    ['no birthday', { born: undefined }, 'ROW_MISSING_REQUIRED'],
    ['no activity', { activity: undefined }, 'ROW_MISSING_REQUIRED'],
    ['no state for CME credit', { state: undefined }, 'ROW_MISSING_REQUIRED'],
    ['an update', { action: 'Update' }, 'ACTION_UNKNOWN'],
    ['a word of its own', { action: 'Insert' }, 'ACTION_UNKNOWN'],
  ]
  return cases.map(([name, changes, code], i) => {
    const person = physician(701 + i, names[i] ?? '', '06/14')
    return { name, people: [person], rows: [rejected(make.online(person, 12, changes), code)] }
  })
}

const names = `
  Alma|Ayer Basil|Blake Cora|Burnham Dora|Chase Ethel|Colby Flint|Conant Glenn|Cram Hope|Dow Iris|Drew Jesse|Dunn
  Kermit|Edgecomb Lois|Farwell Minnie|Flagg Nell|Gould Orrin|Hale Pearl|Hanscom Reuben|Hodgdon Sadie|Jenness
  Tilden|Keene Una|Leavitt Vernon|Marston Wilda|Nutter Zelma|Philbrick
`
  .trim()
  .split(/\s+/)
