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
  const values: { before: string; value: Represent }[] = []
  let before = '{'
  for (const [index, name] of names.entries()) {
    before += `${index ? ',' : ''}${JSON.stringify(name)}:`
    if (name === '__typename') before += `"${type}"`
    else {
      values.push({ before, value: copied(compiler, target, name) })
      before = ''
    }
  }
  const after = `${before}}`
  return (tapes, frame) => {
    let text = ''
    for (const { before, value } of values) {
      const copy = value(tapes, frame)
      if (copy === undefined) return undefined
      text += before + copy
    }
    return text + after
  }
}

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
    return own === NOBODY ? undefined : tape.text(tape.slots[own + value] as number, tape.slots[own + end] as number)
  }
}
