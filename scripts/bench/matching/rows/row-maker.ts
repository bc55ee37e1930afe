import type { Random, RandomStream } from '../../../seed/random/random.js'
import { randomStream } from '../../../seed/random/random.js'
import { plainLetters } from '../names/spelling.js'
import type { Physician } from '../population/physician.js'
import type { Population } from '../population/population.js'
import type { FitIndex } from '../truth/fit-index.js'
import type { Cells } from './cells.js'
import { isReal, saidErrors } from './errors/errors.js'
import { habits } from './errors/writing.js'
import type { Expectation, Label } from './labels.js'
import type { Mix } from './mixes.js'
import type { Said, Setting } from './said.js'
import { type Subject, Subjects } from './subject.js'

/** A row as it was sent, what it says, and the truth about it. */
export interface MadeRow {
  cells: Cells
  said: Said
  label: Label
  /** Whom it is about, on file or not. */
  subject: Physician
}

// Numbers slip by a row in whole stretches of a file.
const stretch = 25
const shiftedStretches = 0.0006

/** Makes rows as providers send them, each the same however many are made. */
export class RowMaker {
  private readonly subjects: Subjects
  private readonly stream: RandomStream
  private readonly stretches: RandomStream

  constructor(
    private readonly population: Population,
    private readonly index: FitIndex,
    private readonly mix: Mix,
    seed: number,
  ) {
    this.subjects = new Subjects(population, mix, randomStream(seed, 'subjects'))
    this.stream = randomStream(seed, 'rows')
    this.stretches = randomStream(seed, 'shifted stretches')
  }

  at(rowIndex: number): MadeRow {
    const random = this.stream(rowIndex)
    const subject = this.subjects.at(rowIndex)
    const { said, errors } = this.distort(rowIndex, subject, random)
    const { cells, kinds } = write(rowIndex, said, subject.physician, random)
    return { cells, said, label: this.label(subject, said, [...errors, ...kinds]), subject: subject.physician }
  }

  private distort(rowIndex: number, { physician, isOnFile }: Subject, random: Random) {
    const setting: Setting = {
      physician,
      population: this.population,
      next: () => this.subjects.at(rowIndex + 1).physician,
      isShifted: this.stretches(Math.floor(rowIndex / stretch)).chance(shiftedStretches * this.mix.errorFactor),
    }
    let said = sayRightly(physician, isOnFile, this.mix, random)
    const errors: string[] = []
    for (const { kind, rate, change } of saidErrors) {
      if (!random.chance(rate < 1 ? Math.min(0.9, rate * this.mix.errorFactor) : 1)) continue
      const changed = change(said, setting, random)
      if (!changed) continue
      said = { ...said, ...changed }
      errors.push(kind)
    }
    return { said, errors }
  }

  private label({ physician, scenario, isOnFile }: Subject, said: Said, errors: readonly string[]): Label {
    const fitting = this.index.fitting(said)
    const isAmong = fitting.some(({ id }) => id === physician.id)
    return {
      truthId: isOnFile ? physician.id : undefined,
      scenario,
      errors,
      exactK: fitting.length,
      expect: isOnFile ? expectationOf(isAmong && fitting.length > 1, errors) : 'none',
    }
  }
}

function expectationOf(isShared: boolean, errors: readonly string[]): Expectation {
  if (isShared) return 'several'
  return errors.some(isReal) ? 'match-or-near' : 'match'
}

function sayRightly(physician: Physician, isOnFile: boolean, { given, alwaysIdentified }: Mix, random: Random): Said {
  const license = random.chance(0.8) ? physician.licenses[0] : random.pick(physician.licenses)
  const board = physician.boards[0]
  const [saysLicense, saysNpi] = [random.chance(given.license), random.chance(given.npi)]
  const needsNpi = alwaysIdentified && !saysLicense
  return {
    first: physician.first,
    middle: random.chance(given.middle) ? middleOf(physician, random) : '',
    last: physician.last,
    suffix: random.chance(0.5) ? physician.suffix : '',
    birthMonth: physician.birthMonth,
    birthDay: physician.birthDay,
    state: license?.state ?? '',
    license: saysLicense ? (licenseOf(license?.number, isOnFile, random) ?? '') : '',
    npi: saysNpi || needsNpi ? physician.npi : '',
    boardId: board && random.chance(given.boardId) ? `${board.board}:${board.id}` : '',
    email: random.chance(given.email) ? mailOf(physician, random) : '',
    city: random.chance(given.city) ? physician.city : '',
  }
}

const middleOf = ({ middle }: Physician, random: Random) => (random.chance(0.5) ? middle.charAt(0) : middle)

/** Many who are not on file are in training, with a number of another kind. */
const licenseOf = (number: string | undefined, isOnFile: boolean, random: Random) =>
  !isOnFile && random.chance(0.3) ? `TL-${random.between(1_000_000, 9_999_999)}` : number

const mailOf = ({ email, first, id }: Physician, random: Random) =>
  email && random.chance(0.5) ? email : `${plainLetters(first)}${id}@mail.example`

function write(rowIndex: number, said: Said, physician: Physician, random: Random) {
  let cells: Cells = {
    row_id: String(rowIndex),
    first: said.first,
    last: said.last,
    middle: said.middle,
    suffix: said.suffix,
    birth_month: said.birthMonth === 0 ? '' : String(said.birthMonth),
    birth_day: said.birthDay === 0 ? '' : String(said.birthDay),
    state: said.state,
    license: said.license,
    npi: said.npi,
    board_id: said.boardId,
    email: said.email,
    city: said.city,
  }
  const kinds: string[] = []
  for (const habit of habits) {
    if (!random.chance(habit.rate)) continue
    const changed = habit.write(cells, random, physician)
    if (!changed) continue
    cells = { ...cells, ...changed }
    if (habit.kind !== undefined) kinds.push(habit.kind)
  }
  return { cells, kinds }
}
