import type { FormCells, FormColumn, SheetForm } from '../../shared/workbook/sheet-form.js'

export type ValidationKey =
  | 'firstName'
  | 'middleName'
  | 'lastName'
  | 'suffix'
  | 'dateOfBirth'
  | 'licensingState'
  | 'licenseIdOrNpi'
  | 'certifyingBoard'
  | 'certifyingBoardId'

/** The cells of one row; a blank cell is absent. */
export type ValidationCells = FormCells<ValidationKey>

/** The validation file (5.2): how a learner is identified, and nothing about credit. */
export const validationForm: SheetForm<ValidationKey> = {
  columns: [
    column('firstName', 'First Name', ['Learner First Name', 'Given Name', 'First'], 'As on the license.', {
      required: true,
    }),
    column('middleName', 'Middle Name', ['Middle', 'Middle Initial', 'MI'], 'Helps when names repeat.'),
    column('lastName', 'Last Name', ['Learner Last Name', 'Family Name', 'Surname', 'Last'], 'As on the license.', {
      required: true,
    }),
    column('suffix', 'Suffix', ['Name Suffix'], 'Such as Jr or III.'),
    column(
      'dateOfBirth',
      'Date of Birth',
      ['Birth Date', 'Birthdate', 'Date of Birth (mm/dd)', 'DOB', 'Birthday'],
      'mm/dd, without the year.',
      {
        required: true,
        kind: 'birthday',
      },
    ),
    column('licensingState', 'Licensing State', ['License State', 'State of Licensure', 'State'], 'Name or code.'),
    column(
      'licenseIdOrNpi',
      'Licensing ID or NPI',
      ['License ID or NPI', 'License Number or NPI', 'License Number', 'License ID', 'NPI'],
      'Helps when names repeat.',
    ),
    column('certifyingBoard', 'Certifying Board', ['Board'], 'For MOC: the code of the board, such as ABIM.'),
    column('certifyingBoardId', 'Certifying Board ID', ['Board ID', 'Diplomate ID'], 'For MOC; optional for ABS.'),
  ],
  withoutHeader: [
    [
      'firstName',
      'lastName',
      'dateOfBirth',
      'licensingState',
      'licenseIdOrNpi',
      'certifyingBoard',
      'certifyingBoardId',
    ],
    [
      'firstName',
      'middleName',
      'lastName',
      'suffix',
      'dateOfBirth',
      'licensingState',
      'licenseIdOrNpi',
      'certifyingBoard',
      'certifyingBoardId',
    ],
  ],
  rowIs: 'learner',
  resultHeaders: ['License Match', 'Board Match', 'Message'],
  alsoMissing: (found) =>
    found.has('licensingState') || found.has('certifyingBoard') ? [] : ['Licensing State (or Certifying Board)'],
}

function column(
  key: ValidationKey,
  header: string,
  aliases: string[],
  guidance: string,
  rest: Partial<Pick<FormColumn, 'required' | 'kind'>> = {},
): FormColumn<ValidationKey> {
  return { key, header, aliases, guidance, required: false, kind: 'text', maxLength: 100, ...rest }
}
