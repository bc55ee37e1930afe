import type { CertifyingBoardCode } from '../../../subgraphs/reference/certifying-boards.js'
import type { LicensingState } from '../../../subgraphs/reference/license-formats.js'
import type { DayNumber } from '../day.js'
import type { Random } from '../random/random.js'
import { Weighted } from '../random/weighted.js'
import { neighbours } from './neighbours.js'
import type { Career, Certification, License } from './physician.js'
import { licensingStates, type Profile } from './profile.js'
import { type Specialty, specialties } from './specialties.js'

const fields = new Weighted<(typeof specialties)[number]>(specialties.map((specialty) => [specialty, specialty.share]))
const furtherLicenses = new Weighted([
  [0, 77],
  [1, 16],
  [2, 5],
  [3, 2],
])
/** Which second certification goes with which first one. */
const pairs: Partial<Record<CertifyingBoardCode, CertifyingBoardCode>> = { ABIM: 'ABP', ABP: 'ABIM', ABTS: 'ABS' }

/** Draws what a physician does, up to `today`. */
export function drawCareer(random: Random, { age, degree, home }: Profile, today: DayNumber): Career {
  const specialty = fields.draw(random)
  const since = today - Math.max(30, (age - 27) * 365 + random.between(-180, 180))
  const isRetired = random.chance(age > 72 ? 0.6 : age > 65 ? 0.25 : 0.012)
  const licenses = drawLicenses(random, { home, since, isRetired, today })
  return {
    degree,
    specialty: specialty.name,
    home,
    licenses,
    certifications: drawCertifications(random, specialty, isRetired),
    appetite: random.logNormal(1, 0.75),
  }
}

interface LicenseRequest {
  home: LicensingState
  since: DayNumber
  isRetired: boolean
  today: DayNumber
}

function drawLicenses(random: Random, { home, since, isRetired, today }: LicenseRequest): License[] {
  const others = new Set<LicensingState>()
  for (let wanted = furtherLicenses.draw(random); wanted > 0; wanted -= 1) {
    const state = random.chance(0.5) ? random.pick(neighbours[home]) : licensingStates.draw(random)
    if (state !== home) others.add(state)
  }
  const renewed = { status: 'ACTIVE' as const, to: today + random.between(5, 730) }
  const ended = () => ({ status: 'EXPIRED' as const, to: Math.max(since + 20, today - random.between(5, 5 * 365)) })
  const revoked = random.chance(0.0015)
    ? { status: 'REVOKED' as const, to: Math.max(since + 20, today - random.between(5, 1500)) }
    : undefined
  const first: License = { state: home, from: since, ...(revoked ?? (isRetired ? ended() : renewed)) }
  const further = [...others].map((state): License => {
    const end = isRetired || random.chance(0.2) ? ended() : { ...renewed, to: today + random.between(5, 730) }
    return { state, from: random.between(since, Math.min(end.to, today) - 10), ...end }
  })
  return [first, ...further]
}

function drawCertifications(random: Random, specialty: Specialty, isRetired: boolean): Certification[] {
  const { board } = specialty
  if (!board || !random.chance(0.75)) return []
  const isActive = random.chance(isRetired ? 0.4 : 0.96)
  const second = pairs[board]
  const isDouble = second !== undefined && random.chance(board === 'ABTS' ? 0.8 : 0.02)
  return isDouble
    ? [
        { board, isActive },
        { board: second, isActive },
      ]
    : [{ board, isActive }]
}
