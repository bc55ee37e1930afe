import { readCells } from '../../shared/ui/edit-table/clipboard'
import { parseBirthday } from '../learner-entry/birthday'
import { type LearnerField, noLearner, type TypedLearner, tidied } from './typed-learner'

/** Headers by which a pasted first line names its columns, without spaces, case and marks. */
const headers: Record<string, LearnerField> = {
  firstname: 'givenName',
  first: 'givenName',
  givenname: 'givenName',
  learnerfirstname: 'givenName',
  middlename: 'middleName',
  middleinitial: 'middleName',
  middle: 'middleName',
  mi: 'middleName',
  lastname: 'familyName',
  last: 'familyName',
  familyname: 'familyName',
  surname: 'familyName',
  learnerlastname: 'familyName',
  suffix: 'suffix',
  namesuffix: 'suffix',
  dateofbirth: 'birthday',
  dateofbirthmmdd: 'birthday',
  birthdate: 'birthday',
  birthday: 'birthday',
  dob: 'birthday',
  licensingstate: 'licensingState',
  licensestate: 'licensingState',
  stateoflicensure: 'licensingState',
  state: 'licensingState',
  licensingidornpi: 'licenseOrNpi',
  licenseidornpi: 'licenseOrNpi',
  licensenumberornpi: 'licenseOrNpi',
  licensenumber: 'licenseOrNpi',
  licenseid: 'licenseOrNpi',
  license: 'licenseOrNpi',
  number: 'licenseOrNpi',
  npi: 'licenseOrNpi',
  certifyingboard: 'board',
  board: 'board',
  certifyingboardid: 'boardId',
  boardid: 'boardId',
  diplomateid: 'boardId',
}

const fieldOfHeader = (header: string) => headers[header.toLowerCase().replace(/[^a-z]/g, '')]

/** Which names stand before the birthday, by how many cells do. */
const namesBefore: Record<number, LearnerField[]> = {
  2: ['givenName', 'familyName'],
  3: ['givenName', 'middleName', 'familyName'],
  4: ['givenName', 'middleName', 'familyName', 'suffix'],
}
const behindNames: LearnerField[] = ['birthday', 'licensingState', 'licenseOrNpi', 'board', 'boardId']

/** A table with fewer of our headers in its first line has none. */
const enoughHeaders = 3

/** Whether a pasted text is made of cells, and not just a word for one field. */
export const isTable = (text: string) => text.includes('\t')

/**
 * The learners of a pasted part of a spreadsheet: first name, last name, birthday, state, number, board and board ID, with
 * a middle name and a suffix where more cells stand before the birthday; or in any order below a line of headers.
 */
export function readPasted(text: string): TypedLearner[] {
  const lines = readCells(text)
    .map((cells) => cells.map((cell) => cell.trim()))
    .filter((cells) => cells.some(Boolean))
  const named = (lines[0] ?? []).map(fieldOfHeader)
  const hasHeaders = named.filter(Boolean).length >= enoughHeaders
  const columns = hasHeaders ? named : columnsOf(lines)
  return (hasHeaders ? lines.slice(1) : lines).map((cells) => learnerOf(cells, columns))
}

function columnsOf(lines: readonly string[][]): LearnerField[] {
  const places = lines.map((cells) => cells.findIndex((cell) => parseBirthday(cell) !== undefined))
  const place = places.find((found) => found in namesBefore) ?? 2
  return [...(namesBefore[place] ?? []), ...behindNames]
}

function learnerOf(cells: readonly string[], columns: readonly (LearnerField | undefined)[]): TypedLearner {
  const learner = { ...noLearner }
  for (const [index, field] of columns.entries()) {
    const text = cells[index]
    if (field && text && !learner[field]) learner[field] = text
  }
  return tidied(learner)
}

/** The learner of a row whose cells are named by the headers of their columns. */
export function learnerOfCells(cells: readonly (readonly [header: string, text: string])[]): TypedLearner {
  return learnerOf(
    cells.map(([, text]) => text),
    cells.map(([header]) => fieldOfHeader(header)),
  )
}
