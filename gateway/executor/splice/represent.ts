import type { FetchNode } from '@apollo/query-planner'
import { Unfitting, Unsupported } from '../unsupported.js'
import type { ObjectShape } from './shape.js'
import { isPlain, requiredFields } from './splice-plan.js'
import { find, frameOf, type SpliceCompiler } from './splice-writer.js'
import { NOBODY, type Tape } from './tape.js'

/** The text with which a subgraph finds the entity in a frame; undefined where there is none to be found. */
export type Represent = (tapes: readonly Tape[], frame: number) => string | undefined

/** Makes what copies the keys of entities out of the answers that have them. */
export function representation(compiler: SpliceCompiler, node: FetchNode, target: ObjectShape): Represent {
  const type = target.type.name
  const names = requiredFields(node, type)
  if (!names.includes('__typename') || new Set(names).size < names.length) throw new Unsupported('requires')
  const pieces = names.map((name) => (name === '__typename' ? constant(`"${type}"`) : copied(compiler, target, name)))
  const keys = names.map((name, index) => `${index ? ',' : '{'}${JSON.stringify(name)}:`)
  return (tapes, frame) => {
    let text = ''
    for (const [index, piece] of pieces.entries()) {
      const value = piece(tapes, frame)
      if (value === undefined) return undefined
      text += keys[index] + value
    }
    return `${text}}`
  }
}

const constant =
  (text: string): Represent =>
  () =>
    text

function copied(compiler: SpliceCompiler, target: ObjectShape, name: string): Represent {
  const { provider, found } = find(compiler.providers(target), name)
  if (!isPlain(found)) throw new Unsupported(name)
  const [value, end] = [provider.layout.keep(found, 'value'), provider.layout.keep(found, 'end')]
  const frameIn = frameOf(provider)
  const { part } = provider.shape
  return (tapes, frame) => {
    const tape = tapes[part]
    if (!tape) throw new Unfitting()
    const own = frameIn(tapes, frame)
    return own === NOBODY ? undefined : tape.bytes.toString('utf8', tape.slots[own + value], tape.slots[own + end])
  }
}
