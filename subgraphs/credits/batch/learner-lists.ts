import { certifyingBoards, creditTypeLabels } from '../../reference/certifying-boards.js'
import { deaRegistrations, remsPracticeAreas, remsProfessions, remsTimesInPractice } from '../../reference/rems.js'
import { stateNames } from '../../reference/states.js'
import type { ValueList } from '../../shared/workbook/template-workbook.js'

/** The values that the lists of the learner file accept, as its template shows them. */
export function learnerLists(): ValueList[] {
  const boards = Object.entries(certifyingBoards)
    .filter(([, { collaborating }]) => collaborating)
    .flatMap(([code, { name, creditTypes }]) => creditTypes.map((type) => [code, name, creditTypeLabels[type]]))
  return [
    { header: 'Record Action', width: 16, values: ['Add', 'Delete'] },
    { header: 'Licensing State', width: 26, values: Object.values(stateNames) },
    { header: 'State Code', width: 12, values: Object.keys(stateNames) },
    { header: 'Certifying Board', width: 18, values: boards.map(([code = '']) => code) },
    { header: 'Board Name', width: 56, values: boards.map(([, name = '']) => name) },
    { header: 'Credit Type', width: 40, values: boards.map(([, , type = '']) => type) },
    { header: 'Profession', width: 30, values: remsProfessions },
    { header: 'Practice Area', width: 40, values: remsPracticeAreas },
    { header: 'Time in Practice', width: 26, values: remsTimesInPractice },
    { header: 'DEA Registration', width: 18, values: deaRegistrations },
  ]
}
