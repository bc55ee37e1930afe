import type { Operation } from '@apollo/federation-internals'
import type { PlanNode } from '@apollo/query-planner'
import type { GraphQLSchema } from 'graphql'
import type { GatewayContext } from '../../data-source/gateway-context.js'
import type { Received } from '../../data-source/received.js'
import type { PlanParts } from '../compile-plan.js'
import { type FetchRequest, fetchRequest, type ReceivedAnswers } from '../fetch-request.js'
import { Unfitting } from '../unsupported.js'
import { CopiedBytes } from './copied-bytes.js'
import { type Represent, representation } from './represent.js'
import type { Scan } from './scan-code.js'
import { entityScan, rootScan } from './scan-compiler.js'
import { type Order, type Part, splicePlan } from './splice-plan.js'
import { SpliceCompiler } from './splice-writer.js'
import { Tape } from './tape.js'
import type { Write } from './write-code.js'

export interface SpliceOptions extends PlanParts {
  operation: Operation
  plan: PlanNode
  /** What callers may see. */
  schema: GraphQLSchema
}

/** One execution. */
interface Splicing {
  variables: Readonly<Record<string, unknown>>
  context: GatewayContext
  received: ReceivedAnswers
  tapes: Tape[]
  targets: number[][]
}

type Step = (run: Splicing) => Promise<void>

const out = new CopiedBytes()

/**
 * An operation whose answer is put together from pieces of what the subgraphs have written, which nobody has to read as
 * JSON and write again. An answer is looked at byte by byte: whatever is not exactly as it has to be is Unfitting.
 */
export class SplicedOperation {
  private readonly step: Step
  private readonly write: Write
  private readonly partCount: number
  /** The tape of the root object, and of fetches that have not been asked. */
  private readonly root: Tape

  /** Throws Unsupported for what has to be taken apart. */
  constructor({ operation, plan, schema, ...planParts }: SpliceOptions) {
    const { root, parts, order } = splicePlan(plan, planParts, operation.rootKind === 'mutation')
    const compiler = new SpliceCompiler(operation, parts.length + 1)
    this.write = compiler.root(root)
    const represents = parts.map(({ node, target }) => target && representation(compiler, node, target))
    const scanOptions = { apiSchema: schema, layouts: compiler.layouts }
    this.partCount = parts.length + 1
    // The root object is the first entity of each fetch that asks for root fields.
    this.root = new Tape(Buffer.alloc(0), [], new Int32Array(compiler.layoutOf(root).frameSize))
    const fetches = parts.map((part, index): Step => {
      const request = fetchRequest(part.node, planParts)
      const layout = compiler.layoutOf(part.shape)
      const represent = represents[index]
      if (!part.target || !represent) return rootStep(part, request, rootScan(scanOptions, layout))
      return entityStep(part, request, entityScan(scanOptions, layout), {
        represent,
        base: part.target.part,
        place: compiler.layoutOf(part.target).placeIn(part.number),
      })
    })
    this.step = inOrder(order, fetches)
  }

  /** The whole answer. Throws Unfitting where it has to be taken apart; `received` then holds what has been answered. */
  async run(
    variables: Readonly<Record<string, unknown>>,
    context: GatewayContext,
    received: ReceivedAnswers,
  ): Promise<Buffer> {
    const targets = Array.from({ length: this.partCount }, (): number[] => [])
    const tapes = Array.from({ length: this.partCount }, () => this.root)
    await this.step({ variables, context, received, tapes, targets })
    out.begin()
    if (!this.write(out, tapes)) throw new Unfitting()
    // Only now is no step of the plan left that could look at them.
    for (const tape of tapes) if (tape !== this.root) tape.release()
    return out.take()
  }
}

function inOrder(order: Order, fetches: readonly Step[]): Step {
  if ('part' in order) return fetches[order.part.number - 1] as Step
  if ('inOrder' in order) {
    const steps = order.inOrder.map((inner) => inOrder(inner, fetches))
    return async (run) => {
      for (const step of steps) await step(run)
    }
  }
  const steps = order.atOnce.map((inner) => inOrder(inner, fetches))
  return async (run) => {
    await Promise.all(steps.map((step) => step(run)))
  }
}

function rootStep({ number }: Part, request: FetchRequest, scan: Scan): Step {
  return async (run) => {
    const tape = new Tape(await bytesOf(request, run), run.targets)
    if (!scan(tape)) throw new Unfitting()
    run.tapes[number] = tape
  }
}

interface Target {
  represent: Represent
  /** The number of the tape with the frames that are asked about. */
  base: number
  /** The slot of a frame that takes its place among the entities. */
  place: number
}

function entityStep({ number }: Part, request: FetchRequest, scan: Scan, { represent, base, place }: Target): Step {
  const { before, keys, after } = represent
  const between = `${after},${before}`
  return async (run) => {
    let texts = before
    const places = new Map<string, number>()
    const slots = run.tapes[base]?.slots ?? []
    for (const frame of run.targets[number] ?? []) {
      const text = keys(run.tapes, frame)
      if (text === undefined) continue
      const known = places.get(text)
      slots[frame + place] = known ?? places.size
      if (known !== undefined) continue
      texts += places.size ? between + text : text
      places.set(text, places.size)
    }
    if (!places.size) return
    const tape = new Tape(await bytesOf(request, run, texts + after), run.targets)
    if (!scan(tape) || tape.frames.length !== places.size) throw new Unfitting()
    run.tapes[number] = tape
  }
}

/** What a subgraph answers. Throws Unfitting where that is no answer, which is told by whoever takes answers apart. */
function bytesOf(
  request: FetchRequest,
  { variables, context, received }: Splicing,
  representations?: string,
): Promise<Buffer> {
  const body = request.body(variables, representations)
  const answer = request.receive(body, context)
  received.push({ body, answer })
  return answer.then(bytesIn, noAnswer)
}

function bytesIn({ status, bytes }: Received): Buffer {
  if (status !== 200) throw new Unfitting()
  return bytes
}

function noAnswer(): never {
  throw new Unfitting()
}
