import type { Engine } from '../../../subgraphs/learners/matching/engine/engine.js'
import type { Claim } from '../../../subgraphs/learners/matching/engine/types.js'
import type { Deciding } from '../../../subgraphs/learners/matching/threads/deciding.js'
import { printNumber } from '../report.js'
import type { TestData, TestRow } from './data/test-data.js'
import { BulkTimings } from './engine/bulk-timings.js'
import { decideTwice, type Loaded, load } from './engine/contestants.js'
import { residentMemory } from './engine/memory.js'
import { Timings } from './engine/timings.js'
import { toClaim } from './engine/translate.js'
import type { AnswerFiles } from './folder/answer-files.js'
import { answerQuestion } from './score/follow-up.js'
import type { Answer } from './score/judge.js'
import { Scoreboard } from './score/scoreboard.js'

/** What all runs have come to so far. */
export interface Measured {
  board: Scoreboard
  timings: Timings
  bulk: BulkTimings
  /** People on file, of the last file. */
  people: number
  /** The longest that a file took. */
  readySeconds: number
  /** The most that a file needed. */
  indexMb: number
  residentMb: number
}

const chunkRows = 10_000
/** Single lookups are timed in the first rows, after as many others have warmed everything up. */
const warmUp = 2_000
const timedLookups = 20_000
/** As many rows say how fast whole files are, half by one thread and half by all. */
const timedRows = 100_000
/** Somebody is waiting: how often there is a sign of life. */
const saidRows = 100_000

/** With whoever is to decide on many rows at once. */
export const nothingMeasured = (deciding: Deciding): Measured => ({
  board: new Scoreboard(),
  timings: new Timings(),
  bulk: new BulkTimings(deciding),
  people: 0,
  readySeconds: 0,
  indexMb: 0,
  residentMb: 0,
})

/** Loads one file, asks about every row, and adds what came out. Returns the engine, which still holds the file. */
export async function measure(
  data: TestData,
  expectedPeople: number,
  measured: Measured,
  files: AnswerFiles,
  say: (line: string) => void,
): Promise<Engine> {
  const loaded = await load(data, expectedPeople)
  say(`${printNumber(loaded.people)} people of ${data.words} loaded in ${printNumber(loaded.readySeconds)} s`)
  measured.people = loaded.people
  measured.readySeconds = Math.max(measured.readySeconds, loaded.readySeconds)
  measured.indexMb = Math.max(measured.indexMb, loaded.indexMb)
  measured.residentMb = Math.max(measured.residentMb, residentMemory())
  let done = 0
  for await (const rows of chunksOf(data.rows())) {
    const claims = rows.map(({ cells }) => toClaim(cells))
    if (done < warmUp + timedLookups)
      timeLookups(loaded, claims.slice(0, warmUp + timedLookups - done), done, measured.timings)
    await timeBulk(loaded, claims, measured.bulk)
    await answer(loaded, data, rows, claims, measured, files)
    done += rows.length
    if (done % saidRows === 0) say(`${printNumber(done)} rows of ${data.words} answered`)
  }
  return loaded.engine
}

function timeLookups({ engine }: Loaded, claims: readonly Claim[], done: number, timings: Timings): void {
  claims.forEach((claim, place) => {
    if (done + place < warmUp) engine.match(claim)
    else timings.lookup(() => engine.match(claim))
  })
}

/** One half goes to all threads and the other to this thread alone. */
async function timeBulk({ engine }: Loaded, claims: readonly Claim[], bulk: BulkTimings) {
  if (bulk.bulkRows >= timedRows) return
  const asks = claims.map((claim) => ({ claim }))
  const [some, others] = [asks.slice(0, asks.length / 2), asks.slice(asks.length / 2)]
  bulk.alone(engine, some)
  await bulk.together(engine, others)
}

async function answer(
  loaded: Loaded,
  data: TestData,
  rows: readonly TestRow[],
  claims: readonly Claim[],
  { board }: Measured,
  files: AnswerFiles,
) {
  const { engine, naive } = loaded
  for (const [place, row] of rows.entries()) {
    const answers = decideTwice(loaded, claims[place] ?? {})
    const asked = askAgain(row, answers.default, (claim) => engine.match(claim))
    const all = { ...answers, asked, naive: naive.answer(row.cells) }
    board.add(row, all, data.bearersOf)
    await files.write(row, answers, data)
  }
}

/** The answer after one question, where there was one that somebody can answer. */
function askAgain({ cells, subject }: TestRow, first: Answer, match: (claim: Claim) => Answer): Answer {
  if (first.decision === 'MATCHED' || !first.askedField || !subject) return first
  const answered = answerQuestion(cells, first.askedField, subject)
  return answered ? match(toClaim(answered)) : first
}

async function* chunksOf(rows: AsyncIterable<TestRow>): AsyncGenerator<TestRow[]> {
  let chunk: TestRow[] = []
  for await (const row of rows) {
    chunk.push(row)
    if (chunk.length < chunkRows) continue
    yield chunk
    chunk = []
  }
  if (chunk.length > 0) yield chunk
}
