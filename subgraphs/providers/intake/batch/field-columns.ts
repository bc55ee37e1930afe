import { type CellKey, type ColumnKey, cellKey, partsOfKey } from '../column/column.js'
import { parseColumnKey } from '../column/columns.js'
import type { IntakeCells } from '../row/intake-row.js'
import { columnName } from '../row/row-issue.js'

/** Fields of the form whose column has another name; parts of a field have their own. */
const columnByField: Readonly<Record<string, ColumnKey>> = {
  location: 'city',
  'location.city': 'city',
  'location.state': 'state',
  'location.country': 'country',
  credits: 'credits',
  commercialSupport: 'supporter',
  rems: 'remsType',
  'rems.type': 'remsType',
  'rems.identifier': 'remsIdentifier',
  mipsCriteria: 'isMips',
  hasStateContentTags: 'stateContentTags',
  pharmacy: 'pharmacyActivityType',
  'pharmacy.topic': 'pharmacyTopic',
  'pharmacy.sequenceNumber': 'pharmacySequenceNumber',
}
const columnByPart: Readonly<Record<string, ColumnKey>> = {
  points: 'points',
  creditTypes: 'creditTypes',
  practiceAreas: 'practiceAreas',
  creditClaimOn: 'creditClaimOn',
  contentOutline: 'contentOutline1',
}

/** The column of a file that a field of the form is in, as the template names it; null when it is in none. */
export function columnOfField(field: string | null | undefined, cells: IntakeCells): string | null {
  if (!field) return null
  const [first, board, part = ''] = field.split('.')
  if (first === 'mocRegistrations') return boardColumn(board, columnByPart[part] ?? 'board', cells)
  const key = columnByField[field] ?? parseColumnKey(first ?? '')
  return key ? columnName(key) : null
}

function boardColumn(board: string | undefined, key: ColumnKey, cells: IntakeCells): string {
  const named = (Object.entries(cells) as [CellKey, { text: string } | undefined][]).find(
    ([candidate, cell]) => partsOfKey(candidate).key === 'board' && cell?.text.trim().toUpperCase() === board,
  )
  return columnName(cellKey(key, named ? partsOfKey(named[0]).repetition : 1))
}
