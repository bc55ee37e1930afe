import { randomUUID } from 'node:crypto'
import { v7 } from 'uuid'
import { Viewer, type ViewerClaims } from '../../../reference/viewer.js'
import { codeOf } from '../../../shared/errors.js'
import { Policies } from '../../../shared/policy.js'
import { LedgerWorld, learnerOf } from '../../correction/testing/ledger-world.js'
import type { Physician } from '../../owners/owners.js'
import { anActivity } from '../../record/testing.js'
import type { AttendanceClaim } from '../attendance-claim.js'
import { CheckIn, type CheckInInput } from '../check-in.js'
import { addCheckInPolicies } from '../check-in.policy.js'
import { CheckInResolver } from '../check-in.resolver.js'
import { claimCredit, type Earned } from '../claim-credit.js'
import { openCheckIn } from '../open-check-in.js'
import { scanCode } from '../scan-code.js'

const policies = new Policies<Viewer>()
addCheckInPolicies(policies)

/** The moment at which everything happens unless a test says otherwise. */
export const noon = new Date('2026-06-20T17:00:00Z')
/** So many seconds later. */
export const seconds = (count: number) => new Date(noon.getTime() + count * 1_000)

/** A check-in as Ada opens it. */
export const anInput = (changes: Partial<CheckInInput> = {}): CheckInInput => ({
  activityId: '200000001',
  completedOn: '2026-06-20',
  opensAt: seconds(-3_600),
  closesAt: seconds(3_600),
  credits: 6,
  place: 'Main hall',
  expectedAttendees: null,
  ...changes,
})

let lastNumber = 500
/** The number of a physician who has done nothing yet. */
export function somebody(): number {
  lastNumber += 1
  return lastNumber
}

/** The code with which something was refused, or undefined. */
export const refusal = async (promise: Promise<unknown>) =>
  codeOf(
    await promise.then(
      () => undefined,
      (error: unknown) => error,
    ),
  )

/** A credits database, Ada’s and Bo’s activities, and a room full of physicians. */
export class Room {
  private readonly certified = new Set<number>()

  private constructor(readonly world: LedgerWorld) {}

  static async open(): Promise<Room> {
    const world = await LedgerWorld.open()
    world.activities.push(anActivity({ activityId: '200000008', providerId: '0009999' }))
    world.activities.push(anActivity({ activityId: '200000007', status: 'CLOSED' }))
    world.activities.push(
      anActivity({
        activityId: '200000003',
        quarters: 6,
        registrations: [
          { boardCode: 'ABIM', quarters: 6, creditTypes: ['MK', 'PS'], creditClaimOn: null },
          { boardCode: 'ABS', quarters: 4, creditTypes: ['ACC_CME'], creditClaimOn: null },
        ],
      }),
    )
    return new Room(world)
  }

  close(): Promise<void> {
    return this.world.close()
  }

  /** What somebody has at hand at a moment. */
  tools(claims: Partial<ViewerClaims>, at = noon, physician: Partial<Physician> = {}) {
    const viewer = new Viewer({ accountId: 'a', displayName: 'Somebody', role: 'PHYSICIAN', ...claims }, policies)
    const known: Physician = {
      givenName: 'Deirdre',
      middleName: null,
      familyName: 'Marchetti',
      suffix: null,
      degree: 'MD',
      npi: null,
      licenses: [{ state: 'ME', licenseNumber: '1', board: { code: 'ME-MD' } }],
      certifications: [],
      ...physician,
    }
    const owners = { ...this.world.owners, physician: async () => known }
    return { viewer, em: this.world.orm.em.fork(), owners, now: () => at, newId: v7 }
  }

  ada(at = noon) {
    return this.tools({ role: 'PROVIDER_REPORTER', providerId: '0008273', accountId: 'ada' }, at)
  }

  bo(at = noon) {
    return this.tools({ role: 'PROVIDER_REPORTER', providerId: '0009999', accountId: 'bo' }, at)
  }

  physician(number: number, at = noon) {
    const certifications = this.certified.has(number)
      ? [
          { boardId: '219876', status: 'ACTIVE' as const, board: { code: 'ABIM' } },
          { boardId: 'S-1', status: 'ACTIVE' as const, board: { code: 'ABS' } },
        ]
      : []
    return this.tools({ learnerId: learnerOf(number) }, at, { certifications })
  }

  /** A physician who has done nothing yet, a diplomate of ABIM and ABS. */
  diplomate(): number {
    const number = somebody()
    this.certified.add(number)
    return number
  }

  opens(changes: Partial<CheckInInput> = {}): Promise<CheckIn> {
    return openCheckIn(anInput(changes), this.ada())
  }

  /** A check-in as it stands. */
  sees({ checkInId }: CheckIn): Promise<CheckIn> {
    return this.ada().em.findOneOrFail(CheckIn, { checkInId })
  }

  /** The codes that a screen shows from a moment on. */
  async codesAt(checkIn: CheckIn, at = noon, first = 1) {
    const context = this.ada(at)
    const own = await context.em.findOneOrFail(CheckIn, { checkInId: checkIn.checkInId })
    return new CheckInResolver().codes(own, first, context)
  }

  /** What a camera reads from the screen at a moment. */
  async reads(checkIn: CheckIn, at = noon): Promise<string> {
    return (await this.codesAt(checkIn, at)).codes[0]?.scanned ?? ''
  }

  scans(number: number, code: string, { at = noon, secondsAgo = 0, deviceId = randomUUID() as string } = {}) {
    return scanCode({ code, secondsAgo, deviceId }, this.physician(number, at))
  }

  /** Scans and claims at once. */
  async claims(number: number, checkIn: CheckIn, earned: Earned = {}): Promise<AttendanceClaim> {
    const { claimId } = await this.scans(number, await this.reads(checkIn))
    return claimCredit(claimId, earned, this.physician(number))
  }

  /** All that stands of somebody, as words: `ABIM 6 PENDING`. */
  async standsOf(number: number): Promise<string[]> {
    const parts = await this.world.rows<{ words: string }>(
      `select concat_ws(' ', case kind when 'CME' then 'CME' else board_code end, quarters, status) as words
       from live_credit where learner_id = ?::uuid order by kind, board_code`,
      learnerOf(number),
    )
    return parts.map(({ words }) => words)
  }

  creditOf(number: number) {
    return this.world.rows<{ quarters: number; source: string; status: string }>(
      'select quarters, source, status from live_credit where learner_id = ?::uuid',
      learnerOf(number),
    )
  }
}
