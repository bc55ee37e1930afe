/** What an entry says of credit, in quarters. */
export interface Claim {
  activityId: string
  completedOn: string
  cme: number | null
  moc: number | null
}

interface ModelPart {
  key: 'CME' | 'ABIM'
  quarters: number
  status: 'PENDING' | 'ACCEPTED' | 'REJECTED'
}

interface ModelVersion {
  verb: 'REPORTED' | 'CORRECTED' | 'VOIDED' | 'RESTORED'
  activityId: string
  completedOn: string
  parts: ModelPart[]
  /** What the row said by which the version reports. */
  said: Claim
}

export interface ModelRecord {
  learner: number
  versions: ModelVersion[]
}

type Outcome = 'ACCEPTED' | 'DUPLICATE' | 'REJECTED' | 'REFUSED'

/** The ledger as one would keep it on paper: records with versions, and nothing derived. */
export class LedgerModel {
  readonly records: ModelRecord[] = []
  private readonly survivors = new Map<number, number>()

  merge(learner: number, into: number): boolean {
    const taken = [...this.survivors.keys(), ...this.survivors.values()]
    if (learner === into || taken.includes(learner) || taken.includes(into)) return false
    this.survivors.set(learner, into)
    return true
  }

  unmerge(learner: number): boolean {
    return this.survivors.delete(learner)
  }

  add(learner: number, claim: Claim): ModelRecord | undefined {
    const parts = this.standing(partsOf(claim), learner, claim)
    if (!parts.length) return undefined
    const record = {
      learner,
      versions: [{ verb: 'REPORTED' as const, ...placeOf(claim), parts, said: claim }],
    }
    this.records.push(record)
    return record
  }

  delete(learner: number, claim: Claim, onlyPoints: boolean): boolean {
    const found = this.records.flatMap((record) =>
      this.isSamePerson(record.learner, learner) && isSamePlace(headOf(record), claim)
        ? headOf(record)
            .parts.filter((part) => counts(part) && (!onlyPoints || part.key === 'ABIM'))
            .map((part) => ({ record, part }))
        : [],
    )
    if (!found.length || (onlyPoints && found.length > 1)) return false
    for (const [record, taken] of Map.groupBy(found, (each) => each.record)) {
      const left = headOf(record).parts.filter((part) => !taken.some((each) => each.part === part))
      const parts = left.some(counts) ? left : []
      this.append(record, parts.length ? 'CORRECTED' : 'VOIDED', headOf(record), parts, headOf(record).said)
    }
    return true
  }

  correct(record: ModelRecord, claim: Claim): Outcome {
    const head = headOf(record)
    if (head.verb === 'VOIDED') return 'REFUSED'
    const claimed = partsOf(claim)
    if (!claimed.length) return 'REJECTED'
    const awarded = this.standing(claimed, record.learner, claim, record)
    if (!awarded.length) return 'DUPLICATE'
    const moves = !isSamePlace(head, claim)
    const kept: ModelPart[] = []
    for (const part of head.parts) {
      const award = awarded.find(({ key }) => key === part.key)
      const isClaimed = claimed.some(({ key }) => key === part.key)
      if (award && !moves && award.quarters === part.quarters && part.status !== 'REJECTED') kept.push(part)
      if (!award && isClaimed && moves) return 'REJECTED'
      if (!award && isClaimed) kept.push(part)
    }
    const added = awarded.filter(({ key }) => !kept.some((part) => part.key === key))
    const isUnchanged = !added.length && kept.length === head.parts.length
    if (isUnchanged && wordsOf(head.said) === wordsOf(claim)) return 'DUPLICATE'
    this.append(record, 'CORRECTED', added.length ? claim : head, [...kept, ...added], claim)
    return 'ACCEPTED'
  }

  void(record: ModelRecord): void {
    const head = headOf(record)
    if (head.verb !== 'VOIDED') this.append(record, 'VOIDED', head, [], head.said)
  }

  restore(record: ModelRecord, to: number): Outcome {
    const [head, target] = [headOf(record), record.versions[to - 1]]
    if (!target?.parts.length) return 'REFUSED'
    if (this.standing(target.parts, record.learner, target, record).length < target.parts.length) return 'REJECTED'
    const parts = target.parts.map((part) => (head.parts.includes(part) ? part : { ...part }))
    const isUnchanged = parts.length === head.parts.length && parts.every((part) => head.parts.includes(part))
    if (isUnchanged && wordsOf(head.said) === wordsOf(target.said)) return 'DUPLICATE'
    this.append(record, 'RESTORED', target, parts, target.said)
    return 'ACCEPTED'
  }

  /** Points that wait for the board. */
  openPoints(record: ModelRecord): ModelPart | undefined {
    return headOf(record).parts.find(({ key, status }) => key === 'ABIM' && status === 'PENDING')
  }

  /** What was last claimed for a record. */
  claimOf = (record: ModelRecord): Claim => headOf(record).said

  describe(record: ModelRecord) {
    const { parts, verb, activityId, completedOn } = headOf(record)
    const words = parts.map(({ key, quarters, status }) => `${key} ${quarters} ${status}`)
    const stands = words.sort((one, other) => (one < other ? 1 : -1)).join(', ')
    return { stands, version: record.versions.length, isVoided: verb === 'VOIDED', activityId, completedOn }
  }

  /** What counts of each physician: the same thing reported for two who are one counts once, accepted before pending, earlier before later. */
  totals() {
    return [0, 1].map((learner) => {
      const counted = new Map<string, ModelPart>()
      for (const record of this.records.filter((each) => this.isSamePerson(each.learner, learner))) {
        const { parts, activityId, completedOn } = headOf(record)
        for (const part of parts.filter(counts)) {
          const place = `${part.key} ${activityId} ${completedOn}`
          const other = counted.get(place)
          if (!other || (other.status === 'PENDING' && part.status === 'ACCEPTED')) counted.set(place, part)
        }
      }
      const sum = (key: ModelPart['key'], wanted: ModelPart['status']) =>
        [...counted.values()].reduce(
          (total, part) => (part.key === key && part.status === wanted ? total + part.quarters : total),
          0,
        )
      return { credits: sum('CME', 'ACCEPTED'), accepted: sum('ABIM', 'ACCEPTED'), pending: sum('ABIM', 'PENDING') }
    })
  }

  private append(record: ModelRecord, verb: ModelVersion['verb'], place: Place, parts: ModelPart[], said: Claim): void {
    record.versions.push({ verb, ...placeOf(place), parts, said })
  }

  /**
   * Those of the parts that nobody else’s record of the same person, activity and day has, and that the board has not rejected
   * already in the same words.
   */
  private standing(parts: ModelPart[], learner: number, place: Place, except?: ModelRecord): ModelPart[] {
    const others = this.records
      .filter((each) => each !== except && this.isSamePerson(each.learner, learner) && isSamePlace(headOf(each), place))
      .flatMap((each) => headOf(each).parts.filter(counts))
    const refused = this.records
      .filter((each) => each !== except && each.learner === learner && isSamePlace(headOf(each), place))
      .flatMap((each) => headOf(each).parts.filter((part) => !counts(part)))
    return parts.filter(
      ({ key, quarters }) =>
        !others.some((other) => other.key === key) &&
        !refused.some((other) => other.key === key && other.quarters === quarters),
    )
  }

  private isSamePerson(one: number, other: number): boolean {
    return (this.survivors.get(one) ?? one) === (this.survivors.get(other) ?? other)
  }
}

type Place = Pick<Claim, 'activityId' | 'completedOn'>

const placeOf = ({ activityId, completedOn }: Place) => ({ activityId, completedOn })
const isSamePlace = (one: Place, other: Place) => wordsOfPlace(one) === wordsOfPlace(other)
const wordsOfPlace = ({ activityId, completedOn }: Place) => `${activityId} ${completedOn}`
const wordsOf = (claim: Claim) => `${wordsOfPlace(claim)} ${claim.cme} ${claim.moc}`
const counts = ({ status }: ModelPart) => status !== 'REJECTED'

function headOf({ versions }: ModelRecord): ModelVersion {
  const head = versions.at(-1)
  if (!head) throw new Error('A record has a version.')
  return head
}

const partsOf = ({ cme, moc }: Claim): ModelPart[] => [
  ...(cme === null ? [] : [{ key: 'CME' as const, quarters: cme, status: 'ACCEPTED' as const }]),
  ...(moc === null ? [] : [{ key: 'ABIM' as const, quarters: moc, status: 'PENDING' as const }]),
]
