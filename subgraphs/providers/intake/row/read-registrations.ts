import { type MocAttestation, mocAttestations } from '../../../reference/attestations.js'
import type { ContentOutline } from '../../activity/activity-parts.js'
import type { RegistrationPatch } from '../../activity/change/apply-patch.js'
import type { ColumnKey } from '../column/column.js'
import { splitPairs } from '../column/list-text.js'
import type { RowReader } from './row-reader.js'

const boardKeys: readonly ColumnKey[] = [
  'board',
  'points',
  'creditTypes',
  'practiceAreas',
  'creditClaimOn',
  'contentOutline1',
  'contentOutline2',
]

/**
 * The registrations of a row, a group of columns each. Boards that are not named stay as they are. The undertakings are
 * confirmed for the whole file, by whoever sends it (M09).
 */
export function readRegistrations(row: RowReader, attested: boolean): RegistrationPatch[] {
  return row.repetitions(boardKeys).flatMap((repetition) => {
    const at = (key: ColumnKey) => row.at(key, repetition)
    const boardCode = row.text(at('board'))?.trim().toUpperCase()
    if (!boardCode) {
      row.missing(at('board'))
      return []
    }
    const points = row.number(at('points'))
    const outlines = (['contentOutline1', 'contentOutline2'] as const).flatMap((key) => outlineOf(row.text(at(key))))
    const said = <Value>(key: ColumnKey, value: Value) => (row.speaksOfAny(key) ? value : undefined)
    return [
      {
        boardCode,
        pointQuarters: said('points', points === undefined ? null : points * 4),
        creditTypes: said('creditTypes', row.texts(at('creditTypes'))),
        practiceAreas: said('practiceAreas', row.texts(at('practiceAreas'))),
        creditClaimOn: said('creditClaimOn', row.day(at('creditClaimOn')) ?? null),
        contentOutline: said('contentOutline1', outlines),
        ...(attested ? { attestations: Object.keys(mocAttestations) as MocAttestation[] } : {}),
      },
    ]
  })
}

const kinds: Readonly<Record<string, ContentOutline['kind']>> = {
  'level 3 id': 'LEVEL_3_ID',
  'tag id': 'TAG_ID',
  'free text': 'FREE_TEXT',
}

/** `Level 3 ID:…` and `Tag ID:…` are ids; anything else is words. */
function outlineOf(text: string | undefined): ContentOutline[] {
  if (text === undefined) return []
  const [{ left, right } = { left: '', right: undefined }] = splitPairs(text)
  const kind = kinds[left.toLowerCase()]
  return kind && right !== undefined ? [{ kind, value: right }] : [{ kind: 'FREE_TEXT', value: text.trim() }]
}
