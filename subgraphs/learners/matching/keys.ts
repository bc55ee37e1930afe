import type { FamilyNameKind } from '../learner/learner-family-name.js'
import { nameKey, numberKey } from './normalise.js'
import { parseFamilyName, parseGivenName } from './person-name.js'

/** The names of one physician as a feed carries them. */
export interface PersonNames {
  givenName: string
  middleName?: string | null
  familyName: string
  /** Family names borne earlier, for example before marriage. */
  formerNames?: readonly string[]
}

export interface FamilyNameKey {
  familyKey: string
  kind: FamilyNameKind
  name: string
}

/** What is stored beside the names of a physician so that matching finds them: key columns and family-name rows. */
export interface LearnerKeys {
  givenKey: string
  middleKey: string | null
  familyNames: FamilyNameKey[]
}

/** The keys of one physician, computed by the same rules as those of what providers type. */
export function learnerKeys({ givenName, middleName, familyName, formerNames = [] }: PersonNames): LearnerKeys {
  const { key, parts } = parseFamilyName(familyName)
  const rows: FamilyNameKey[] = [
    { familyKey: key, kind: 'CURRENT', name: familyName },
    ...parts.map((part): FamilyNameKey => ({ familyKey: part.key, kind: 'PART', name: part.name })),
    ...formerNames.map((name): FamilyNameKey => ({ familyKey: parseFamilyName(name).key, kind: 'FORMER', name })),
  ]
  return {
    givenKey: parseGivenName(givenName).key,
    middleKey: nameKey(middleName ?? '') || null,
    familyNames: [...new Map(rows.map((row) => [`${row.kind} ${row.familyKey}`, row])).values()],
  }
}

/** The key of a license number. */
export const licenseKey = (number: string) => numberKey(number)

/** The key of a diplomate’s id at a certifying board. */
export const boardIdKey = (id: string) => numberKey(id)
