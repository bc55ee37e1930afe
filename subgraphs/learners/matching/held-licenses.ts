import { parseState } from '../../reference/states.js'
import { licenseKey } from './keys.js'
import { licenseKeysOf } from './license-prefixes.js'
import type { LearnerClaim } from './match-types.js'

export interface HeldLicense {
  learnerId: string
  state: string
  key: string
  status: string
  effectiveFrom: string
  effectiveTo: string | null
}

/** The licenses of matched learners. */
export class HeldLicenses {
  private readonly byLearner = new Map<string, HeldLicense[]>()

  constructor(licenses: readonly HeldLicense[]) {
    for (const license of licenses) {
      const held = this.byLearner.get(license.learnerId)
      if (held) held.push(license)
      else this.byLearner.set(license.learnerId, [license])
    }
  }

  /** True when the license that was named, or else any license in the state, was in force on the day of completion (I15). */
  isCurrent(learnerId: string, claim: LearnerClaim): boolean {
    const state = parseState(claim.state ?? '')
    const held = (this.byLearner.get(learnerId) ?? []).filter((license) => license.state === state)
    const inForce = held.filter((license) => wasInForce(license, claim.completedOn))
    // Which of them was named matters only where they differ.
    if (inForce.length === 0 || inForce.length === held.length) return inForce.length > 0
    const keys = state ? licenseKeysOf(state, licenseKey(claim.licenseOrNpi ?? '')) : []
    const named = held.filter(({ key }) => keys.includes(key))
    return named.length === 0 || named.some((license) => inForce.includes(license))
  }
}

const wasInForce = ({ status, effectiveFrom, effectiveTo }: HeldLicense, day: string) =>
  effectiveFrom <= day && (effectiveTo ? day <= effectiveTo : status === 'ACTIVE')
