import type { GraphQLError } from 'graphql'

/** Counts what each caller has in work, and refuses more than allowed at once. */
export class Turnstile {
  private readonly inside = new Map<string, number>()

  constructor(
    private readonly most: number,
    private readonly refusal: () => GraphQLError,
  ) {}

  /** Lets the caller in until what it returns is called. Throws the refusal when as many are inside as may be. */
  enter(caller: string): () => void {
    const count = this.inside.get(caller) ?? 0
    if (count >= this.most) throw this.refusal()
    this.inside.set(caller, count + 1)
    return () => this.leave(caller)
  }

  private leave(caller: string): void {
    const count = this.inside.get(caller) ?? 0
    if (count > 1) this.inside.set(caller, count - 1)
    else this.inside.delete(caller)
  }
}
