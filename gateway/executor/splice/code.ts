import { Words } from './words.js'

/**
 * The text of a function. It is made of words that are written in this folder, and of numbers: a text from elsewhere stands
 * among the texts that the function knows, and only its place gets into the code.
 */
export class Code {
  private readonly lines: string[] = []
  private readonly places = new Map<string, string>()
  private texts = ''
  private variables = 0

  /** Appends a line. */
  line(text: string): void {
    this.lines.push(text)
  }

  /** Declares a number that nothing else has the name of. */
  variable(): string {
    const name = `n${this.variables}`
    this.variables += 1
    return name
  }

  /** Where in `texts` a text of ASCII begins and ends, as two arguments. */
  text(text: string): string {
    const known = this.places.get(text)
    if (known !== undefined) return known
    const place = `${this.texts.length}, ${this.texts.length + text.length}`
    this.places.set(text, place)
    this.texts += text
    return place
  }

  /** Makes the function; what it knows beside its arguments and `texts` is given by name. */
  build<Made>(parameters: readonly string[], given: Readonly<Record<string, unknown>>): Made {
    const known = { ...given, texts: new Words(Buffer.from(this.texts)) }
    const names = Array.from({ length: this.variables }, (_, index) => `n${index} = 0`)
    const declared = names.length ? [`let ${names.join(', ')}`] : []
    const body = [`return (${parameters.join(', ')}) => {`, ...declared, ...this.lines, '}'].join('\n')
    return new Function(...Object.keys(known), body)(...Object.values(known))
  }
}
