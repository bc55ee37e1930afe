import type { CertifyingBoardCode } from '../../../subgraphs/reference/certifying-boards.js'
import { SetupProblem } from '../../../subgraphs/shared/postgres/setup-problem.js'
import { dayNumber, dayText } from '../../seed/day.js'
import type { Random } from '../../seed/random/random.js'
import { points, type SampleCells } from '../../seed/sample-file/sample-row.js'
import type { Offer } from './offers.js'
import type { Person } from './people.js'
import { type RowKind, rowKinds } from './row-kinds.js'

/** A row of a file, with its kind, which says what has to become of it. */
export interface MadeRow {
  kind: RowKind
  cells: SampleCells
}

interface Draft {
  person: Person
  offer: Offer
  cells: SampleCells
}

const patience = 10_000

/** Makes the rows of one file after the other; a learner and an activity meet once in all of them. */
export class RowMaker {
  private readonly diplomates = new Map<CertifyingBoardCode, Person[]>()
  private readonly registered: Offer[]
  private readonly taken: Set<string>

  constructor(
    private readonly people: readonly Person[],
    private readonly offers: readonly Offer[],
    takenPairs: Iterable<string>,
  ) {
    this.taken = new Set(takenPairs)
    for (const person of people) {
      for (const board of Object.keys(person.boards) as CertifyingBoardCode[]) {
        const others = this.diplomates.get(board)
        if (others) others.push(person)
        else this.diplomates.set(board, [person])
      }
    }
    this.registered = offers.filter(({ registrations }) =>
      registrations.some(({ board }) => this.diplomates.has(board)),
    )
  }

  rows(count: number, random: Random): MadeRow[] {
    const plain: SampleCells[] = []
    return kindsOf(count, random).map((kind) => {
      if (kind.repeats) return { kind, cells: random.pick(plain) }
      const draft = kind.withPoints ? this.drawWithPoints(random) : this.draw(random)
      if (kind === rowKinds[0]) plain.push(draft.cells)
      return { kind, cells: { ...draft.cells, ...kind.change?.(draft) } }
    })
  }

  private draw(random: Random): Draft {
    return this.untilNew(() => report(random.pick(this.people), oftenTheFirst(this.offers, random), random))
  }

  private drawWithPoints(random: Random): Draft {
    return this.untilNew(() => {
      const offer = oftenTheFirst(this.registered, random)
      const {
        board,
        points: total,
        creditTypes,
      } = random.pick(offer.registrations.filter(({ board }) => this.diplomates.has(board)))
      const person = random.pick(this.diplomates.get(board) ?? [])
      const draft = report(person, offer, random)
      return {
        ...draft,
        cells: { ...draft.cells, ...points(board, person.boards[board], total, random.pick(creditTypes)) },
      }
    })
  }

  private untilNew(draw: () => Draft): Draft {
    for (let tries = 0; tries < patience; tries += 1) {
      const draft = draw()
      const pair = `${draft.person.learnerId} ${draft.offer.activityId}`
      if (this.taken.has(pair)) continue
      this.taken.add(pair)
      return draft
    }
    throw new SetupProblem('There are too few people and activities for so many rows. Ask for fewer.')
  }
}

/** Every kind as often as its share says, in any order but for a plain row that comes first. */
function kindsOf(count: number, random: Random): RowKind[] {
  const others = rowKinds.slice(1).flatMap((kind) => Array<RowKind>(Math.round(kind.share * count)).fill(kind))
  const kinds = [...Array<RowKind>(count - others.length).fill(rowKinds[0] as RowKind), ...others]
  for (let last = kinds.length - 1; last > 1; last -= 1) {
    const other = random.between(1, last)
    ;[kinds[last], kinds[other]] = [kinds[other] as RowKind, kinds[last] as RowKind]
  }
  return kinds
}

/** A few activities have most of the learners. */
function oftenTheFirst(offers: readonly Offer[], random: Random): Offer {
  return offers[Math.floor(offers.length * random.float() ** 2)] ?? random.pick(offers)
}

function report(person: Person, offer: Offer, random: Random): Draft {
  const completedOn = random.between(dayNumber(offer.from), dayNumber(offer.to))
  const cells: SampleCells = {
    action: 'Add',
    activity: offer.activityId,
    completed: { day: dayText(completedOn) },
    first: person.givenName,
    last: person.familyName,
    born: `${twoDigits(person.birthMonth)}/${twoDigits(person.birthDay)}`,
    state: person.licenses[0]?.state,
    credits: offer.credits,
  }
  return { person, offer, cells }
}

const twoDigits = (value: number) => String(value).padStart(2, '0')
