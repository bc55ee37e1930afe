import type { TestRow } from './data/test-data.js'
import type { Physician } from './population/physician.js'
import { type Cells, rowColumns } from './rows/cells.js'
import type { Label } from './rows/labels.js'

/** A physician in whom nothing matters but what a test says. */
export const aPhysician = (facts: Partial<Physician> = {}): Physician => ({
  id: '7',
  first: 'Ann',
  middle: 'Beth',
  last: 'Lee',
  suffix: '',
  formerLast: '',
  birthYear: 1970,
  birthMonth: 3,
  birthDay: 9,
  sex: 'F',
  degree: 'MD',
  npi: '1234567893',
  licenses: [{ state: 'ME', number: 'MD12345' }],
  boards: [{ board: 'ABIM', id: '219876' }],
  email: 'ann.lee7@clinic.example',
  city: 'Portland',
  state: 'ME',
  ...facts,
})

/** A row with its label, and empty cells but for those that a test fills. */
export const aRow = (label: Partial<Label> = {}, cells: Partial<Cells> = {}): TestRow & { label: Label } => ({
  cells: { ...(Object.fromEntries(rowColumns.map((column) => [column, ''])) as Cells), ...cells },
  label: { truthId: '7', scenario: 'in', errors: [], exactK: 1, expect: 'match', ...label },
  subject: undefined,
})
