import { forbidden } from './errors.js'

type Class<O extends object> = abstract new (...args: never[]) => O
type Rule<V, O> = (viewer: V, object: O) => boolean

/**
 * The policy sentences of one subgraph: what a viewer may do to an object.
 * A verb without a sentence is refused, so that forgetting one fails closed.
 */
export class Policies<V> {
  private readonly rules = new Map<string, Rule<V, object>>()

  /** Adds the sentence for a verb on a noun. */
  allow<O extends object>(verb: string, noun: Class<O>, rule: Rule<V, O>): this {
    const key = `${verb} ${noun.name}`
    if (this.rules.has(key)) throw new Error(`There are two sentences for “${key}”.`)
    this.rules.set(key, (viewer, object) => object instanceof noun && rule(viewer, object))
    return this
  }

  /** True when the viewer may do `verb` to this object. */
  can(viewer: V, verb: string, object: object): boolean {
    return this.rules.get(`${verb} ${object.constructor.name}`)?.(viewer, object) ?? false
  }

  /** Throws FORBIDDEN with a sentence unless the viewer may do `verb` to this object. */
  must(viewer: V, verb: string, object: object): void {
    if (this.can(viewer, verb, object)) return
    throw forbidden(`You may not ${verb} this ${wordsOf(object.constructor.name)}.`)
  }
}

/** The words of a noun as a sentence has them: “credit request” for CreditRequest. */
const wordsOf = (name: string) => name.replace(/(?<=[a-z])(?=[A-Z])/g, ' ').toLowerCase()
