import { parseCertifyingBoard } from '../../reference/certifying-boards.js'
import { isNpi } from '../../reference/npi.js'
import { type Ask, answer } from './ask.js'
import type { Engine } from './engine/engine.js'
import type { Claim, Decision } from './engine/types.js'
import type { LearnerClaim } from './match-types.js'
import { withoutDecimals } from './normalise.js'

/** What comes of each part of a claim that was made; that two parts name two people is for the caller to see (I11). */
export interface Parts<Of> {
  license: Of | null
  diplomate: Of | null
}

export type PartDecisions = Parts<Decision>

/** Decides whom a claim is about, each part by itself. Pure: no database, no clock. */
export function matchParts(engine: Engine, claim: LearnerClaim): PartDecisions {
  const { license, diplomate } = asksOf(engine, claim)
  return { license: license && answer(engine, license), diplomate: diplomate && answer(engine, diplomate) }
}

/** What is to be decided on each part of a claim. */
export function asksOf(engine: Engine, claim: LearnerClaim): Parts<Ask> {
  const board = parseCertifyingBoard(claim.boardCode ?? '')
  return {
    license: claim.state ? { claim: licenseClaim(engine, claim, claim.state) } : null,
    diplomate: board ? { claim: { ...nameClaim(claim), boardId: claim.boardId ?? null }, board } : null,
  }
}

const nameClaim = ({ givenName, familyName, middleName, suffix, birthMonth, birthDay }: LearnerClaim): Claim => ({
  givenName,
  familyName,
  middleName: middleName ?? null,
  suffix: suffix ?? null,
  birthMonth,
  birthDay,
})

/** Ten digits in one cell for two kinds of numbers are an NPI, unless the state has given them out as a license (L16). */
function licenseClaim(engine: Engine, claim: LearnerClaim, state: string): Claim {
  const number = claim.licenseOrNpi ?? ''
  const digits = withoutDecimals(number).replace(/[\s.-]/g, '')
  const isMeantAsNpi = isNpi(digits) || /^[12][0-9]{9}$/.test(digits)
  const asked = { ...nameClaim(claim), state }
  return isMeantAsNpi && !engine.isLicenseOnFile(state, number)
    ? { ...asked, npi: digits }
    : { ...asked, license: number }
}
