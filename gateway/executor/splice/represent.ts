import type { FetchNode } from '@apollo/query-planner'
import { Unfitting, Unsupported } from '../unsupported.js'
import type { ObjectShape } from './shape.js'
import { isPlain, requiredFields } from './splice-plan.js'
import { find, frameOf, type SpliceCompiler } from './splice-writer.js'
import { NOBODY, type Tape } from './tape.js'

/** The texts with which a subgraph finds the entities in frames, each made of what all have in common and of their keys. */
export interface Represent {
  /** What stands before the keys. */
  readonly before: string
  /** The keys of an entity as they stand in its text; undefined where there is none to be found. */
  readonly keys: KeysIn
  /** What stands behind them. */
  readonly after: string
}

type KeysIn = (tapes: readonly Tape[], frame: number) => string | undefined

/** Makes what copies the keys of entities out of the answers that have them. */
export function representation(compiler: SpliceCompiler, node: FetchNode, target: ObjectShape): Represent {
  const type = target.type.name
  const names = requiredFields(node, type)
  if (!names.includes('__typename') || new Set(names).size < names.length) throw new Unsupported('requires')
  const values: { before: string; value: KeysIn }[] = []
  let text = '{'
  for (const [index, name] of names.entries()) {
    text += `${index ? ',' : ''}${JSON.stringify(name)}:`
    if (name === '__typename') text += `"${type}"`
    else {
      values.push({ before: text, value: copied(compiler, target, name) })
      text = ''
    }
  }
  const after = `${text}}`
  const [first, ...others] = values
  if (!first) return { before: '', keys: () => '', after }
  const { before, value } = first
  return { before, keys: others.length ? joined(value, others) : value, after }
}

function joined(first: KeysIn, others: readonly { before: string; value: KeysIn }[]): KeysIn {
  return (tapes, frame) => {
    let text = first(tapes, frame)
    if (text === undefined) return undefined
    for (const { before, value } of others) {
      const copy = value(tapes, frame)
      if (copy === undefined) return undefined
      text += before + copy
    }
    return text
  }
}

function copied(compiler: SpliceCompiler, target: ObjectShape, name: string): KeysIn {
  const { provider, found } = find(compiler.providers(target), name)
  if (!isPlain(found)) throw new Unsupported(name)
  const [value, end] = [provider.layout.keep(found, 'value'), provider.layout.keep(found, 'end')]
  const frameIn = frameOf(provider)
  const { part } = provider.shape
  return (tapes, frame) => {
    const tape = tapes[part]
    if (!tape) throw new Unfitting()
    const own = frameIn(tapes, frame)
    return own === NOBODY ? undefined : tape.text(tape.slots[own + value] as number, tape.slots[own + end] as number)
  }
}
