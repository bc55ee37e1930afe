import { physician } from '../sample-person.js'
import { type CaseFamily, type RowMaker, rejected, type SampleCells } from '../sample-row.js'

/** Cells that cannot be what they stand for. The person is on file each time, so that nothing else is wrong. */
export function valueFamilies(make: RowMaker): CaseFamily[] {
  const year = make.daysAgo(0).slice(0, 4)
  const cases: readonly (readonly [person: string, name: string, changes: SampleCells, code: string])[] = [
    ['Alma|Ayer', '31 February', { completed: `2/31/${year}` }, 'ROW_BAD_VALUE'],
    ['Basil|Blake', '31 February, year first', { completed: `${year}-02-31` }, 'ROW_BAD_VALUE'],
    ['Cora|Burnham', 'month 13 in a completion date', { completed: `13/05/${year}` }, 'ROW_BAD_VALUE'],
    ['Dora|Chase', 'words for a completion date', { completed: 'last week' }, 'ROW_BAD_VALUE'],
    ['Ethel|Colby', 'month 13 in a birthday', { born: '13/05' }, 'ROW_BAD_VALUE'],
    ['Flint|Conant', '30 February in a birthday', { born: '02/30' }, 'ROW_BAD_VALUE'],
    ['Glenn|Cram', 'a birthday without its day', { born: 'September' }, 'ROW_BAD_VALUE'],
    ['Hope|Dow', 'credits in tenths', { credits: 1.1 }, 'ROW_BAD_VALUE'],
    ['Iris|Drew', 'credits in thirds', { credits: 1 / 3 }, 'ROW_BAD_VALUE'],
    ['Jesse|Dunn', 'no credits at all', { credits: 0 }, 'ROW_BAD_VALUE'],
    ['Kermit|Edgecomb', 'negative credits', { credits: -2 }, 'ROW_BAD_VALUE'],
    ['Lois|Farwell', 'credits with a comma', { credits: '1,5' }, 'ROW_BAD_VALUE'],
    ['Minnie|Flagg', 'credits in words', { credits: 'two' }, 'ROW_BAD_VALUE'],
    ['Nell|Gould', 'an error of the spreadsheet program', { credits: { error: '#N/A' } }, 'ROW_BAD_VALUE'],
    ['Orrin|Hale', 'a state that there is not', { state: 'Mayne' }, 'ROW_BAD_VALUE'],
    ['Pearl|Hanscom', 'a state of another country', { state: 'Ontario' }, 'ROW_BAD_VALUE'],
    ['Reuben|Hodgdon', 'no first name', { first: undefined }, 'ROW_MISSING_REQUIRED'],
    ['Sadie|Jenness', 'a blank for a last name', { last: ' ' }, 'ROW_MISSING_REQUIRED'],
    ['Tilden|Keene', 'no birthday', { born: undefined }, 'ROW_MISSING_REQUIRED'],
    ['Una|Leavitt', 'no activity', { activity: undefined }, 'ROW_MISSING_REQUIRED'],
    ['Vernon|Marston', 'no state for CME credit', { state: undefined }, 'ROW_MISSING_REQUIRED'],
    ['Wilda|Nutter', 'an update', { action: 'Update' }, 'ACTION_UNKNOWN'],
    ['Zelma|Philbrick', 'a word of its own', { action: 'Insert' }, 'ACTION_UNKNOWN'],
  ]
  return cases.map(([personName, name, changes, code], i) => {
    const person = physician(701 + i, personName, '06/14')
    return { name, people: [person], rows: [rejected(make.online(person, 12, changes), code)] }
  })
}
