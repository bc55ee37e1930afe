import { vetoNames } from '../engine/decide.js'
import { levels } from '../engine/model/levels.js'
import {
  type ComparedField,
  comparedFields,
  type Decision,
  decisionKinds,
  type ScoredCandidate,
} from '../engine/types.js'

/** What decisions on one state of the file have in common. */
type Basis = Pick<Decision, 'priorBits' | 'modelVersion' | 'dataVersion'>

/** Decisions on one state of the file as they go from thread to thread: numbers and ids in the order in which they are read. */
export interface PackedDecisions {
  basis: Basis | undefined
  numbers: Float64Array<ArrayBuffer>
  ids: string[]
}

/** Makes numbers of decisions, which another thread can be given at once. Throws where one is on another state of the file than the first. */
export function pack(decisions: readonly Decision[]): PackedDecisions {
  const [first] = decisions
  const numbers = new Numbers()
  const ids: string[] = []
  for (const decision of decisions) {
    const { personId, candidates, askedField, namedField, disagreeing } = decision
    if (decision.dataVersion !== first?.dataVersion) throw new Error('The file has changed within a slice.')
    numbers.add(decisionKinds.indexOf(decision.decision))
    numbers.add(placeAmong(candidates, personId))
    numbers.add(decision.probability)
    numbers.add(placeOf(askedField))
    numbers.add(placeOf(namedField))
    numbers.add(disagreeing ? disagreeing.length + 1 : 0)
    for (const field of disagreeing ?? []) numbers.add(placeOf(field))
    numbers.add(candidates.length)
    for (const { personId, probability, evidence, vetoes } of candidates) {
      ids.push(personId)
      numbers.add(probability)
      numbers.add(evidence.length)
      for (const { field, level, bits } of evidence) {
        numbers.add(placeOf(field))
        numbers.add(codes.get(field)?.get(level) ?? 0)
        numbers.add(bits)
      }
      numbers.add(vetoes.length)
      for (const veto of vetoes) numbers.add(vetoNames.indexOf(veto))
    }
  }
  const basis = first && {
    priorBits: first.priorBits,
    modelVersion: first.modelVersion,
    dataVersion: first.dataVersion,
  }
  return { basis, numbers: numbers.all(), ids }
}

/** The decisions again, to the last bit. */
export function unpack({ basis, numbers, ids }: PackedDecisions): Decision[] {
  const decisions: Decision[] = []
  let place = 0
  let person = 0
  const next = () => numbers[place++] as number
  const times = <Item>(count: number, item: () => Item): Item[] => {
    const items: Item[] = []
    for (let nth = 0; nth < count; nth++) items.push(item())
    return items
  }
  const nextField = () => comparedFields[next() - 1] as ComparedField
  const nextEvidence = () => {
    const field = nextField()
    return { field, level: (levels[field] as readonly string[])[next()] as string, bits: next() }
  }
  const nextVeto = () => vetoNames[next()] as string
  const nextCandidate = (): ScoredCandidate => ({
    personId: ids[person++] as string,
    probability: next(),
    evidence: times(next(), nextEvidence),
    vetoes: times(next(), nextVeto),
  })
  while (place < numbers.length && basis) {
    const decision = decisionKinds[next()] as Decision['decision']
    const named = next()
    const probability = next()
    const [asked, off, disagreeing] = [nextField(), nextField(), next()]
    const fields = times(disagreeing - 1, nextField)
    const candidates = times(next(), nextCandidate)
    decisions.push({
      decision,
      probability,
      candidates,
      ...(named > 0 && { personId: (candidates[named - 1] as ScoredCandidate).personId }),
      ...(asked && { askedField: asked }),
      ...(off && { namedField: off }),
      ...(disagreeing > 0 && { disagreeing: fields }),
      ...basis,
    })
  }
  return decisions
}

/** One more than where the person who was decided on stands; 0 for nobody. */
function placeAmong(candidates: readonly ScoredCandidate[], personId: string | undefined): number {
  if (personId === undefined) return 0
  const place = candidates.findIndex((candidate) => candidate.personId === personId)
  if (place < 0) throw new Error('Somebody was decided on who is no candidate.')
  return place + 1
}

/** One more than where a field stands; 0 for none. */
const placeOf = (field: ComparedField | undefined) => (field === undefined ? 0 : (places.get(field) as number))
const places = new Map(comparedFields.map((field, place) => [field, place + 1]))

const codes = new Map(
  comparedFields.map((field) => [field, new Map<string, number>(levels[field].map((level, code) => [level, code]))]),
)

/** Numbers one behind the other, in room that grows. */
class Numbers {
  private cells = new Float64Array(8_192)
  private end = 0

  add(number: number): void {
    if (this.end === this.cells.length) {
      const longer = new Float64Array(this.end * 2)
      longer.set(this.cells)
      this.cells = longer
    }
    this.cells[this.end++] = number
  }

  all(): Float64Array<ArrayBuffer> {
    return this.cells.slice(0, this.end)
  }
}
