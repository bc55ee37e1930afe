import type { CsvColumn } from '../activity/list/csv'
import { inOneLine, verdicts } from './answer'
import type { LearnerField } from './typed-learner'
import type { Checked } from './visit'

/** The columns of the validation file by the fields of the form. */
const headers: Record<LearnerField, string> = {
  givenName: 'First Name',
  middleName: 'Middle Name',
  familyName: 'Last Name',
  suffix: 'Suffix',
  birthday: 'Date of Birth',
  licensingState: 'Licensing State',
  licenseOrNpi: 'Licensing ID or NPI',
  board: 'Certifying Board',
  boardId: 'Certifying Board ID',
}

/** Checked learners as a table: the columns of a validation file, with the answer behind them. */
export const checkedColumns: CsvColumn<Checked>[] = [
  ...Object.entries(headers).map(([field, header]) => ({
    header,
    text: ({ learner }: Checked) => learner[field as LearnerField],
  })),
  { header: 'Answer', text: ({ answer }) => answer && verdicts[answer.verdict].label },
  { header: 'Message', text: ({ answer }) => answer && inOneLine(answer) },
]
