import {
  type CertifyingBoard,
  certifyingBoards,
  parseCertifyingBoard,
  parseCreditType,
} from '../../reference/certifying-boards.js'
import type { CreditsContext } from '../context.js'
import type { ActivityFacts, Physician } from '../owners/owners.js'
import type { BoardPoints } from './claimed-points.js'

/** What one physician can claim of an activity. */
export interface Offer {
  /** What the activity awards, in quarters. */
  quarters: number
  /** The most points of each board that it is registered with and the physician is certified by. */
  boards: readonly BoardPoints[]
}

/** Asks the owners what the physician who is signed in can claim of an activity on a day. */
export async function findOffer(
  activityId: string,
  completedOn: string,
  { owners, viewer }: Pick<CreditsContext, 'owners' | 'viewer'>,
): Promise<Offer> {
  const activity = (await owners.activityFacts([activityId])).get(activityId)
  if (!activity?.registrations.length) return { quarters: activity?.quarters ?? 0, boards: [] }
  const { certifications } = await owners.physician(viewer.signedIn())
  return { quarters: activity.quarters, boards: offeredBoards(activity, certifications, completedOn) }
}

/** The boards that have registered an activity and certify a physician now, without those that take no completions of the day (L17, L18, L36). */
export function offeredBoards(
  { registrations }: Pick<ActivityFacts, 'registrations'>,
  certifications: Physician['certifications'],
  completedOn: string,
): BoardPoints[] {
  return registrations.flatMap(({ boardCode, quarters, creditTypes }) => {
    const board = parseCertifyingBoard(boardCode)
    const certification = certifications.find((each) => each.status === 'ACTIVE' && each.board.code === board)
    if (!board || !certification || !isTaken(certifyingBoards[board], completedOn)) return []
    const types = creditTypes.flatMap((type) => parseCreditType(type) ?? [])
    return [{ board, boardId: certification.boardId, quarters, creditTypes: types }]
  })
}

const isTaken = ({ completionsFrom }: CertifyingBoard, day: string) => !completionsFrom || completionsFrom <= day
