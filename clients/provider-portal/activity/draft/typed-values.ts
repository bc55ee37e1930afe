import { same } from './draft-changes'

/** What was typed where the server tidied it: shown as typed, as long as the server still has the tidy value. */
export class TypedValues<Values extends object> {
  private typed: Partial<Values> = {}
  private tidied: Partial<Values> = {}

  note(part: Partial<Values>) {
    this.typed = { ...this.typed, ...part }
  }

  /** What the server made of the fields that were sent. */
  hear(values: Values, sent: Partial<Values>) {
    const entries = Object.entries(values).filter(([field]) => field in sent)
    this.tidied = { ...this.tidied, ...(Object.fromEntries(entries) as Partial<Values>) }
  }

  /** The server’s values, as typed where they mean the same. */
  over(values: Values): Values {
    const entries = Object.entries(values).map(([name, value]) => {
      const field = name as keyof Values
      const stands = field in this.typed && field in this.tidied && same(this.tidied[field], value)
      return [name, stands ? this.typed[field] : value]
    })
    return Object.fromEntries(entries) as Values
  }
}
