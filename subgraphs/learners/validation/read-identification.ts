import { CellReader, shorten } from '../../reference/cell-reader.js'
import { parseCertifyingBoard } from '../../reference/certifying-boards.js'
import { isNpi } from '../../reference/npi.js'
import { rowIssue } from '../../reference/row-issue.js'
import { parseState } from '../../reference/states.js'
import type { Issue } from '../../shared/upload/issue.js'
import { parseBirthday } from '../../shared/workbook/day-text.js'
import type { LearnerClaim } from '../matching/match-types.js'
import { type ValidationCells, validationForm } from './validation-form.js'

/** Whom a row is about, once its cells are understood; else everything that is wrong with them. */
export type Identification = { claim: LearnerClaim } | { issues: Issue[] }

/** Understands how a row identifies a learner (L04, L05, L13, L15); `today` stands for the day of completion. */
export function readIdentification(cells: ValidationCells, today: string): Identification {
  const cell = new CellReader(validationForm, cells)
  const givenName = cell.required('firstName')
  const familyName = cell.required('lastName')
  const birthday = cell.value(
    'dateOfBirth',
    'a month and day such as 09/10',
    ({ text, kind }) => parseBirthday(text, kind),
    true,
  )
  const boardCode = cell.value('certifyingBoard', 'the code of a certifying board such as ABIM', ({ text }) =>
    parseCertifyingBoard(text),
  )
  const state = cell.value('licensingState', 'a state such as Maine or ME', ({ text }) => parseState(text))
  if (!cell.has('licensingState') && !cell.has('certifyingBoard')) cell.required('licensingState')
  const licenseOrNpi = cell.number('licenseIdOrNpi')
  const claim = {
    givenName,
    familyName,
    middleName: cell.optional('middleName'),
    suffix: cell.optional('suffix'),
    state,
    licenseOrNpi,
    boardCode,
    boardId: cell.number('certifyingBoardId'),
    completedOn: today,
  }
  const { issues } = cell
  if (issues.length || !birthday) return { issues }
  return { claim: { ...claim, birthMonth: birthday.month, birthDay: birthday.day } }
}

/** Ten digits that can only be meant as an NPI, and are none (L15). */
export function wrongNpi(text: string | null | undefined): Issue | undefined {
  const digits = (text ?? '').replace(/[\s-]/g, '')
  if (!/^\d{10}$/.test(digits) || isNpi(digits)) return undefined
  return rowIssue('NPI_INVALID', 'Licensing ID or NPI', { value: shorten(digits) })
}
