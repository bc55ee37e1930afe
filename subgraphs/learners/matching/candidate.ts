import type { FamilyNameKind } from '../learner/learner-family-name.js'
import { suffixKey } from './normalise.js'
import { type GivenName, parseGivenName } from './person-name.js'

/** What is on file about one physician, as far as matching looks at it. Plain rows, so that it can be read in bulk. */
export interface CandidateFacts {
  learnerId: string
  givenName: string
  middleKey: string | null
  suffix: string | null
  birthMonth: number
  birthDay: number
  npi: string | null
  familyNames: { key: string; kind: FamilyNameKind }[]
  licenses: LicenseOnFile[]
  diplomates: { boardCode: string; key: string }[]
}

export interface LicenseOnFile {
  state: string
  key: string
  status: string
  effectiveFrom: string
  effectiveTo: string | null
}

export interface Candidate extends Omit<CandidateFacts, 'suffix'> {
  given: GivenName
  suffix: string | undefined
}

/** The physicians that a chunk of claims may be about, found by any of their keys. */
export class CandidateIndex {
  private readonly byKey = new Map<string, Candidate[]>()

  constructor(facts: readonly CandidateFacts[]) {
    for (const fact of facts) {
      const candidate = {
        ...fact,
        given: parseGivenName(fact.givenName),
        suffix: suffixKey(fact.suffix ?? ''),
      }
      for (const key of keysOf(candidate)) {
        const sharing = this.byKey.get(key)
        if (sharing) sharing.push(candidate)
        else this.byKey.set(key, [candidate])
      }
    }
  }

  withFamilyName = (keys: readonly string[], month: number, day: number) =>
    this.under(keys.map((key) => familyKey(key, month, day)))
  withLicense = (state: string, keys: readonly string[]) => this.under(keys.map((key) => licenseKey(state, key)))
  withNpi = (npi: string) => this.under([npiKey(npi)])
  withBoardId = (boardCode: string, key: string) => this.under([boardKey(boardCode, key)])

  private under(keys: readonly string[]): Candidate[] {
    return [...new Set(keys.flatMap((key) => this.byKey.get(key) ?? []))]
  }
}

const familyKey = (key: string, month: number, day: number) => `name ${key} ${month}/${day}`
const licenseKey = (state: string, key: string) => `license ${state} ${key}`
const npiKey = (npi: string) => `npi ${npi}`
const boardKey = (boardCode: string, key: string) => `board ${boardCode} ${key}`

function keysOf({ familyNames, birthMonth, birthDay, licenses, diplomates, npi }: Candidate): Set<string> {
  return new Set([
    ...familyNames.map(({ key }) => familyKey(key, birthMonth, birthDay)),
    ...licenses.map(({ state, key }) => licenseKey(state, key)),
    ...diplomates.map(({ boardCode, key }) => boardKey(boardCode, key)),
    ...(npi ? [npiKey(npi)] : []),
  ])
}
