/** Keeps what has been found out about texts, up to so many of them; those that were kept first go first. */
export class KnownTexts<Known> {
  private readonly known = new Map<string, Known>()

  constructor(private readonly limits: { readonly texts: number; readonly textLength: number }) {}

  get(text: string): Known | undefined {
    return this.known.get(text)
  }

  keep(text: string, known: Known): void {
    const { texts, textLength } = this.limits
    if (text.length > textLength) return
    const [oldest] = this.known.keys()
    if (this.known.size >= texts && oldest !== undefined) this.known.delete(oldest)
    this.known.set(text, known)
  }
}
