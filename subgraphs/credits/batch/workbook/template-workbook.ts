import type { Writable } from 'node:stream'
import { certifyingBoards, creditTypeLabels } from '../../../reference/certifying-boards.js'
import { stateNames } from '../../../reference/states.js'
import { columns } from '../columns.js'
import { learnerSheet } from './learner-sheet.js'
import type { OutputRow, OutputSheet } from './sheet-xml.js'
import { writeWorkbook } from './write-workbook.js'

/** Writes the empty learner file that providers start from, with the values that its lists accept on a second sheet. */
export async function writeTemplateWorkbook(stream: Writable): Promise<void> {
  await writeWorkbook(stream, [learnerSheet(columns, []), validValuesSheet()])
}

function validValuesSheet(): OutputSheet {
  const boards = Object.entries(certifyingBoards)
    .filter(([, { collaborating }]) => collaborating)
    .flatMap(([code, { name, creditTypes }]) => creditTypes.map((type) => [code, name, creditTypeLabels[type]]))
  const lists: readonly { header: string; width: number; values: string[] }[] = [
    { header: 'Record Action', width: 16, values: ['Add', 'Delete'] },
    { header: 'Licensing State', width: 26, values: Object.values(stateNames) },
    { header: 'State Code', width: 12, values: Object.keys(stateNames) },
    { header: 'Certifying Board', width: 18, values: boards.map(([code = '']) => code) },
    { header: 'Board Name', width: 56, values: boards.map(([, name = '']) => name) },
    { header: 'Credit Type', width: 40, values: boards.map(([, , type = '']) => type) },
  ]
  const length = Math.max(...lists.map(({ values }) => values.length))
  const rows = Array.from({ length }, (_, i): OutputRow => ({ values: lists.map(({ values }) => values[i]) }))
  return {
    name: 'ValidValues',
    columns: lists.map(({ width }) => ({ width })),
    frozenRows: 1,
    rows: [{ values: lists.map(({ header }) => header), style: 'header' }, ...rows],
  }
}
