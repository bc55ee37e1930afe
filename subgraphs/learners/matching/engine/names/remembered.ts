/**
 * What was worked out for a text, for as long as it is asked for: when one half is full the other one is forgotten,
 * and whatever is asked for again moves on. Memory stays bounded, and common texts stay known.
 */
export class Remembered<Value> {
  private young = new Map<string, Value>()
  private old = new Map<string, Value>()

  constructor(
    private readonly half: number,
    private readonly workOut: (text: string) => Value,
  ) {}

  of(text: string): Value {
    const known = this.young.get(text)
    if (known !== undefined) return known
    const value = this.old.get(text) ?? this.workOut(text)
    if (this.young.size >= this.half) {
      this.old = this.young
      this.young = new Map()
    }
    this.young.set(text, value)
    return value
  }

  forget(): void {
    this.young = new Map()
    this.old = new Map()
  }
}
