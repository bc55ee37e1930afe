import { certifyingBoards } from '../../reference/certifying-boards.js'
import { stateNames } from '../../reference/states.js'
import type { ValueList } from '../../shared/workbook/template-workbook.js'

/** The values that the lists of the validation file accept, as its template shows them. */
export function validationLists(): ValueList[] {
  const boards = Object.entries(certifyingBoards)
  return [
    { header: 'Licensing State', width: 26, values: Object.values(stateNames) },
    { header: 'State Code', width: 12, values: Object.keys(stateNames) },
    { header: 'Certifying Board', width: 18, values: boards.map(([code]) => code) },
    { header: 'Board Name', width: 56, values: boards.map(([, { name }]) => name) },
  ]
}
