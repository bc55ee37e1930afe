/** How the text of a cell becomes a value. */
export type ColumnKind =
  | 'action'
  | 'text'
  | 'texts'
  | 'day'
  | 'amount'
  | 'count'
  | 'flag'
  | 'choice'
  | 'choices'
  /** `Name:amount; …` or `Name:Way,Way; …`. */
  | 'pairs'

/** Columns that belong together and may be there several times. */
export type ColumnGroup = 'SUPPORTER' | 'BOARD'

/** One column that an activity file may have. */
export interface IntakeColumn {
  key: ColumnKey
  /** As the template writes it. */
  header: string
  /** Other names that people and their systems give it. */
  synonyms: readonly string[]
  /** What row 1 of the template says above it. */
  guidance: string
  kind: ColumnKind
  group?: ColumnGroup
}

/** The names of the columns in code; those of a group have the number of their repetition behind them in a file. */
export type ColumnKey =
  | 'recordAction'
  | 'activityId'
  | 'providerActivityId'
  | 'title'
  | 'description'
  | 'url'
  | 'activityFormat'
  | 'deliveryMethods'
  | 'startsOn'
  | 'endsOn'
  | 'city'
  | 'state'
  | 'country'
  | 'providership'
  | 'jointProviders'
  | 'credits'
  | 'physicianLearners'
  | 'otherLearners'
  | 'countedOn'
  | 'commercialSupportReceived'
  | 'supporter'
  | 'supportAmount'
  | 'supportCurrency'
  | 'inKindSupporters'
  | 'measuredOutcomes'
  | 'commendationTags'
  | 'displayInPassport'
  | 'fee'
  | 'registration'
  | 'isMips'
  | 'remsType'
  | 'remsIdentifier'
  | 'stateContentTags'
  | 'close'
  | 'otherCredits'
  | 'isInterprofessional'
  | 'targetProfessions'
  | 'specialties'
  | 'learnersByProfession'
  | 'pharmacyActivityType'
  | 'pharmacyTopic'
  | 'pharmacyLiveOn'
  | 'pharmacySequenceNumber'
  | 'uanPharmacist'
  | 'uanTechnician'
  | 'hasRecertifications'
  | 'recertificationRequirements'
  | 'pharmacyContentTags'
  | 'board'
  | 'points'
  | 'creditTypes'
  | 'practiceAreas'
  | 'creditClaimOn'
  | 'contentOutline1'
  | 'contentOutline2'

/** The place of a value in a row: a column, and which repetition of its group. */
export type CellKey = ColumnKey | `${ColumnKey}#${number}`

/** The key of a cell; the first repetition, like a column without a group, has the key of the column. */
export const cellKey = (key: ColumnKey, repetition = 1): CellKey => (repetition === 1 ? key : `${key}#${repetition}`)

/** Column and repetition of a key. */
export function partsOfKey(key: CellKey): { key: ColumnKey; repetition: number } {
  const [column, repetition = '1'] = key.split('#')
  return { key: column as ColumnKey, repetition: Number(repetition) }
}
