import { type StateCode, stateNames } from './states.js'

export interface LicensingBoard {
  code: string
  name: string
  state: StateCode
  degreeScope: 'MD' | 'DO' | 'BOTH'
}

/** States whose osteopathic physicians have a board of their own. */
const separateOsteopathicBoard: readonly StateCode[] = [
  'AZ',
  'CA',
  'FL',
  'ME',
  'MI',
  'NV',
  'OK',
  'PA',
  'TN',
  'VT',
  'WA',
  'WV',
]
const withoutBoard: readonly StateCode[] = ['UM']

/** Names that boards use for themselves, where they differ from the plain form. */
const ownNames: Record<string, string> = {
  'AL-MD': 'Alabama Board of Medical Examiners',
  'AK-MD': 'Alaska State Medical Board',
  'CA-MD': 'Medical Board of California',
  'DC-MD': 'DC Health',
  'ID-MD': 'Idaho Board of Medicine',
  'MD-MD': 'Maryland Board of Physicians',
  'ME-DO': 'Maine Board of Osteopathic Licensure',
  'ME-MD': 'Maine Board of Licensure in Medicine',
  'MS-MD': 'Mississippi Board of Medical Licensure',
  'NC-MD': 'North Carolina Medical Board',
  'ND-MD': 'North Dakota Board of Medicine',
  'NJ-MD': 'New Jersey Board of Medical Examiners',
  'OR-MD': 'Oregon Medical Board',
  'VI-MD': 'Virgin Islands Board of Medical Examiners',
  'WA-MD': 'Washington Medical Commission',
  'WY-MD': 'Wyoming Board of Medicine',
}

const states = (Object.keys(stateNames) as StateCode[]).filter((state) => !withoutBoard.includes(state))

/** Every licensing board, keyed by state and degree scope, for example `ME-MD` and `ME-DO`. */
export const licensingBoards: ReadonlyMap<string, LicensingBoard> = new Map(
  states.flatMap((state): [string, LicensingBoard][] => {
    const separate = separateOsteopathicBoard.includes(state)
    const medical = `${state}-MD`
    const boards: [string, LicensingBoard][] = [
      [
        medical,
        {
          code: medical,
          name: ownNames[medical] ?? `${stateNames[state]} Medical Board`,
          state,
          degreeScope: separate ? 'MD' : 'BOTH',
        },
      ],
    ]
    if (separate) {
      const code = `${state}-DO`
      boards.push([
        code,
        {
          code,
          name: ownNames[code] ?? `${stateNames[state]} Board of Osteopathic Medicine`,
          state,
          degreeScope: 'DO',
        },
      ])
    }
    return boards
  }),
)

/** The board that licenses physicians of this degree in this state. */
export function licensingBoardOf(state: StateCode, degree: 'MD' | 'DO'): string {
  return degree === 'DO' && separateOsteopathicBoard.includes(state) ? `${state}-DO` : `${state}-MD`
}
