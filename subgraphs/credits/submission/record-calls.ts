import type { EntityManager } from '@mikro-orm/postgresql'
import { GraphQLError } from 'graphql'
import { centralDay } from '../../reference/central-day.js'
import { inTime } from '../../shared/upload/in-time.js'
import type { Batch } from '../batch/batch.js'
import type { CreditsContext } from '../context.js'
import { recordBatches } from '../derived/record-verdicts.js'
import { judgeChunk, type PreparedChunk, prepareChunk, type Row } from '../record/apply-chunk.js'
import { lockRecording } from '../record/record-lock.js'
import type { Acting } from './acting.js'
import { keepBatches } from './direct-batch.js'
import { type Answered, answersOf, keepAnswers, type RepeatKey } from './idempotency.js'

/** What comes in one call: rows with numbers of their own, and the key under which the call may be repeated. */
export interface Call {
  rows: readonly Row[]
  repeat?: RepeatKey
}

/** What became of a call, in the order of its rows. */
export interface RecordedCall {
  batch: Batch
  rows: Answered[]
  /** True where this call has recorded it, and not one before under the same key. */
  isFresh: boolean
}

/** What became of a call, or why it is refused as a whole. */
export type CallResult = RecordedCall | GraphQLError

type CallResults = ReadonlyMap<Call, CallResult>

export type RecordTools = Pick<CreditsContext, 'em' | 'owners' | 'now' | 'newId'>

/**
 * Judges and records calls of one author in one transaction, each as a batch of its own that is done, in their order; what
 * was answered before under its key has that answer. No two may have the same key. Throws OVERLOADED where an activity
 * keeps changing.
 */
export async function recordCalls(
  calls: readonly Call[],
  acting: Acting,
  tools: RecordTools,
  attempts?: number,
): Promise<CallResult[]> {
  const { em, owners } = tools
  const known = await knownResults(em, calls)
  const open = calls.filter((call) => !known.has(call))
  const prepare = () => prepareChunk(open.flatMap(({ rows }) => rows).map(renumbered), owners, acting.providerId)
  const record = (chunk: PreparedChunk) =>
    em.transactional((transaction) => recordOpen(transaction, open, chunk, acting, tools))
  const made = open.length ? await inTime(await prepare(), prepare, record, attempts) : known
  return calls.map((call) => known.get(call) ?? made.get(call) ?? ended())
}

/** The place of a row among those of all calls, from 1. */
const renumbered = (row: Row, index: number): Row => ({ ...row, rowNumber: index + 1 })

function ended(): never {
  throw new Error('A call has no result.')
}

/** What calls with a key were answered before. */
async function knownResults(em: EntityManager, calls: readonly Call[]): Promise<CallResults> {
  const repeated = calls.flatMap((call) => (call.repeat ? [{ call, repeat: call.repeat }] : []))
  const answers = await answersOf(
    em,
    repeated.map(({ repeat }) => repeat),
  )
  return new Map(
    repeated.flatMap(({ call }, index): [Call, CallResult][] => {
      const answer = answers[index]
      if (!answer) return []
      return [
        [
          call,
          answer instanceof GraphQLError ? answer : { ...answer, rows: withCells(answer.rows, call), isFresh: false },
        ],
      ]
    }),
  )
}

function withCells(answers: readonly Omit<Answered, 'cells'>[], { rows }: Call): Answered[] {
  const cells = new Map(rows.map((row) => [row.rowNumber, row.cells]))
  return answers.map((answer) => ({ ...answer, cells: cells.get(answer.rowNumber) ?? {} }))
}

/** Once nobody else records for the provider, another process may have answered a key since we looked. */
async function recordOpen(
  em: EntityManager,
  open: readonly Call[],
  chunk: PreparedChunk,
  { providerId, source, submittedBy, byName }: Acting,
  { now, newId }: RecordTools,
): Promise<CallResults> {
  await lockRecording(em, [providerId])
  const meanwhile = await knownResults(em, open)
  const places = open.flatMap((call) => call.rows.map(({ rowNumber }) => ({ call, rowNumber })))
  const submissions = chunk.submissions.filter(({ rowNumber }) => {
    const call = places[rowNumber - 1]?.call
    return call && !meanwhile.has(call)
  })
  const verdicts = await judgeChunk(em, { ...chunk, submissions }, { providerId, today: centralDay(now()), newId })
  const verdictsOf = Map.groupBy(verdicts, ({ rowNumber }) => places[rowNumber - 1]?.call)
  const at = now()
  const judged = open.flatMap((call) => {
    const ownVerdicts = verdictsOf.get(call)?.map((verdict) => ({ ...verdict, ...places[verdict.rowNumber - 1] }))
    if (!ownVerdicts) return []
    return [{ call, batchId: newId(), providerId, source, submittedBy, at, verdicts: ownVerdicts }]
  })
  const batches = await keepBatches(em, judged)
  await recordBatches(em, judged, { providerId, source, submittedBy, byName })
  await keepAnswers(
    em,
    judged.flatMap(({ call: { repeat }, ...rest }) => (repeat ? [{ ...rest, repeat }] : [])),
  )
  const made = judged.map(({ call, verdicts: rows }, index): [Call, CallResult] => {
    const batch = batches[index]
    return [call, batch ? { batch, rows, isFresh: true } : ended()]
  })
  return new Map([...meanwhile, ...made])
}
