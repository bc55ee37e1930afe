/** A part that counts now: pending or accepted. */
export interface LivePart {
  learnerId: string
  /** Set for an entry of the ledger: the learner it was written with, who may have been merged since. */
  writtenWith?: string
  activityId: string
  completedOn: string
  kind: 'CME' | 'MOC'
  boardCode: string
  distinction: string
  quarters: number
  completionId: string
  partId: string
  /** For CME that nobody reported: the board from whose accepted points it follows. */
  followsBoard?: string | null
}

/** What the learners of a chunk already have for its activities, kept current while rows are judged one after the other. */
export class LiveParts {
  private readonly byLearnerAndActivity = new Map<string, LivePart[]>()

  constructor(parts: Iterable<LivePart> = []) {
    for (const part of parts) this.add(part)
  }

  add(part: LivePart): void {
    const key = `${part.learnerId} ${part.activityId}`
    const parts = this.byLearnerAndActivity.get(key)
    if (parts) parts.push(part)
    else this.byLearnerAndActivity.set(key, [part])
  }

  remove(removed: readonly LivePart[]): void {
    for (const { learnerId, activityId } of removed) {
      const key = `${learnerId} ${activityId}`
      this.byLearnerAndActivity.set(
        key,
        this.of(learnerId, activityId).filter((part) => !removed.includes(part)),
      )
    }
  }

  of(learnerId: string, activityId: string): readonly LivePart[] {
    return this.byLearnerAndActivity.get(`${learnerId} ${activityId}`) ?? []
  }

  /** CME that follows from points of that day, and gives way to what the provider reports itself (L42). */
  following({ learnerId, activityId, completedOn }: Pick<LivePart, 'learnerId' | 'activityId' | 'completedOn'>) {
    return this.of(learnerId, activityId).find((part) => part.completedOn === completedOn && part.followsBoard)
  }

  /** The part with the same natural key, if there is one. */
  same(part: Omit<LivePart, 'quarters' | 'completionId' | 'partId'>): LivePart | undefined {
    return this.of(part.learnerId, part.activityId).find(
      (other) =>
        other.completedOn === part.completedOn &&
        other.kind === part.kind &&
        other.boardCode === part.boardCode &&
        other.distinction === part.distinction,
    )
  }
}

/** Parts with the learners that the ledger has written them with. */
export const asWritten = (parts: readonly LivePart[]): LivePart[] =>
  parts.map((part) => ({ ...part, learnerId: part.writtenWith ?? part.learnerId }))
