import type { FormCells, FormColumn, SheetForm } from '../../shared/workbook/sheet-form.js'

type Pair = 1 | 2 | 3 | 4

/** The columns of one certifying board. */
export type BoardColumnKey =
  | 'certifyingBoard'
  | 'certifyingBoardId'
  | 'totalBoardCredits'
  | 'creditType'
  | 'creditTypeCredits'
  | `additionalCreditType${Pair}`
  | `additionalCredits${Pair}`

export type ColumnKey =
  | BoardColumnKey
  | 'recordAction'
  | 'activityId'
  | 'completionDate'
  | 'firstName'
  | 'lastName'
  | 'dateOfBirth'
  | 'licensingState'
  | 'licenseIdOrNpi'
  | 'cmeCredits'
  | 'localIdentifier'
  | 'practiceState'
  | 'deaRegistration'
  | 'profession'
  | 'practiceArea'
  | 'surgicalProcedures'
  | 'timeInPractice'
  | 'creditId'

/**
 * The cells of one row; a blank cell is absent. A file has the columns of one board in a row; an entry of form or web
 * service has those of each further board under the board’s code as well.
 */
export type RowCells = FormCells<ColumnKey | `${BoardColumnKey}:${string}`>

export type Column = FormColumn<ColumnKey>

const amountGuidance = 'In steps of 0.25.'

/** The learner file in the order of the template; a header takes the first column of its name that is still free. */
export const columns: readonly Column[] = [
  column('recordAction', 'Record Action', ['Action'], 'Add or Delete.', { required: true }),
  column('activityId', 'ACCME Activity ID', ['Activity ID'], 'Nine digits.', { required: true }),
  column('completionDate', 'Completion Date', ['Date Completed'], 'mm/dd/yyyy.', { required: true, kind: 'day' }),
  column('firstName', 'First Name', ['Learner First Name', 'Given Name'], 'As on the license.', { required: true }),
  column('lastName', 'Last Name', ['Learner Last Name', 'Family Name', 'Surname'], 'As on the license.', {
    required: true,
  }),
  column('dateOfBirth', 'Date of Birth', ['Birth Date', 'Date of Birth (mm/dd)', 'DOB'], 'mm/dd, without the year.', {
    required: true,
    kind: 'birthday',
  }),
  column('licensingState', 'Licensing State', ['License State', 'State of Licensure'], 'For CME: name or code.'),
  column(
    'licenseIdOrNpi',
    'Licensing ID or NPI',
    ['License ID or NPI', 'License Number or NPI'],
    'Helps when names repeat.',
  ),
  column('cmeCredits', 'Number of CME Credits', ['CME Credits'], `For CME. ${amountGuidance}`, { kind: 'amount' }),
  column('certifyingBoard', 'Certifying Board', ['Board'], 'For MOC: the code of the board, such as ABIM.'),
  column('certifyingBoardId', 'Certifying Board ID', ['Board ID'], 'For MOC; optional for ABS.'),
  column('totalBoardCredits', 'Total Board Credits', ['Total MOC Points'], `For MOC. ${amountGuidance}`, {
    kind: 'amount',
  }),
  column('creditType', 'Credit Type', ['MOC Credit Type'], 'For MOC: see ValidValues.'),
  column('creditTypeCredits', 'Credits Awarded for Credit Type', [], `For MOC. ${amountGuidance}`, { kind: 'amount' }),
  ...([1, 2, 3, 4] as const).flatMap((pair) => [
    column(`additionalCreditType${pair}`, 'Additional Credit Type', [], 'Where a second credit type applies.'),
    column(
      `additionalCredits${pair}`,
      'Credits Awarded for Additional Credit Type',
      ['Credits Awarded for Credit Type', 'Additional Credits Awarded'],
      amountGuidance,
      { kind: 'amount' },
    ),
  ]),
  column('localIdentifier', 'Local Identifier', ['Local ID'], 'For REMS: your own id for the learner, idd:….'),
  column('practiceState', 'State of Primary Practice', ['Practice State'], 'For REMS: name or code.'),
  column('deaRegistration', 'DEA Registration', ['DEA'], 'For REMS: see ValidValues.'),
  column('profession', 'Profession', [], 'For REMS: see ValidValues.'),
  column('practiceArea', 'Practice Area', [], 'For REMS: see ValidValues.'),
  column('surgicalProcedures', 'Surgical Procedures', [], 'For REMS: Yes or No.'),
  column('timeInPractice', 'Time in Practice', [], 'For REMS: see ValidValues.'),
  column('creditId', 'Credit ID', ['CreditID'], 'Your own id of the credit, ccid:…; may be left blank.', {
    maxLength: 1_500,
  }),
]

/** The columns we add to a result file; a file that is sent back may still have them. */
export const resultHeaders = ['Outcome', 'Reason', 'Suggested Fix'] as const

/** A file has at least one of these, since each row reports CME, MOC or REMS (L11). */
const reportColumns: readonly ColumnKey[] = ['cmeCredits', 'totalBoardCredits', 'localIdentifier']

/** The learner file (5.1): credit is awarded in one of two columns, or only REMS is reported. */
export const learnerForm: SheetForm<ColumnKey> = {
  columns,
  rowIs: 'learner',
  resultHeaders,
  withoutHeader: [columns.map(({ key }) => key)],
  alsoMissing: (found) =>
    reportColumns.some((key) => found.has(key)) ? [] : ['Number of CME Credits (or Total Board Credits)'],
}

function column(
  key: ColumnKey,
  header: string,
  aliases: string[],
  guidance: string,
  rest: Partial<Pick<Column, 'required' | 'kind' | 'maxLength'>> = {},
): Column {
  return { key, header, aliases, guidance, required: false, kind: 'text', maxLength: 100, ...rest }
}

/** An amount of credit in whole quarters; anything that is no multiple of 0.25, or uses a comma, is no amount. */
export function parseQuarters(text: string): number | undefined {
  const found = amount.exec(text)
  if (!found) return undefined
  const [, whole = '', fraction = ''] = found
  const quarters = quartersOf[fraction.replace(/0+$/, '')]
  return quarters === undefined || whole + fraction === '' ? undefined : Number(whole) * 4 + quarters
}

const amount = /^(\d{0,6})(?:\.(\d*))?$/
const quartersOf: Readonly<Record<string, number>> = { '': 0, '25': 1, '5': 2, '75': 3 }
