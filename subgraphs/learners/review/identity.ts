import { hmac } from '../matching/decision/fingerprint.js'
import { MatchPart } from '../matching/decision/match-record.js'
import type { LearnerClaim } from '../matching/match-types.js'
import type { ClaimedIdentity } from './review-case.js'

const person = ['givenName', 'familyName', 'middleName', 'suffix', 'birthMonth', 'birthDay'] as const

/** What of a claim each part is decided by. */
const fieldsOf = {
  LICENSE: [...person, 'state', 'licenseOrNpi'],
  DIPLOMATE: [...person, 'boardCode', 'boardId'],
} as const satisfies Record<MatchPart, readonly (keyof ClaimedIdentity)[]>

/** What of a claim one part is decided by, as it was given. */
export function identityOf(part: MatchPart, claim: LearnerClaim): ClaimedIdentity {
  const { completedOn, state, licenseOrNpi, boardCode, boardId, ...name } = claim
  return part === MatchPart.LICENSE ? { ...name, state, licenseOrNpi } : { ...name, boardCode, boardId }
}

/**
 * Tells whether two claims give the same details of a part, whatever the day of completion. Case and spaces do not matter (I03);
 * it is keyed, since there are only 366 birthdays. In hexadecimal digits.
 */
export const identityFingerprint = (key: Buffer, part: MatchPart, claim: LearnerClaim): string =>
  hmac(key, JSON.stringify([part, ...fieldsOf[part].map((field) => plain(claim[field]))]))

const plain = (value: string | number | null | undefined) =>
  typeof value === 'string' ? value.normalize('NFC').trim().replace(/\s+/g, ' ').toLowerCase() || null : (value ?? null)

/** The parts that a claim asks about. */
export const partsOf = ({ state, boardCode }: LearnerClaim): MatchPart[] => [
  ...(state ? [MatchPart.LICENSE] : []),
  ...(boardCode ? [MatchPart.DIPLOMATE] : []),
]
