import type { ValidationKey } from '../validation-form.js'

/** The column of the table of rows in which the cells of each column of a file are kept. */
export const columnOfKey: Readonly<Record<ValidationKey, string>> = {
  firstName: 'first_name',
  middleName: 'middle_name',
  lastName: 'last_name',
  suffix: 'suffix',
  dateOfBirth: 'date_of_birth',
  licensingState: 'licensing_state',
  licenseIdOrNpi: 'license_id_or_npi',
  certifyingBoard: 'certifying_board',
  certifyingBoardId: 'certifying_board_id',
}
