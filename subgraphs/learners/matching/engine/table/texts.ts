import { Letters } from './letters.js'

/** Texts that are asked for again and again: each thread keeps the string of one once it was made. */
export class Texts extends Letters {
  private readonly strings: string[] = []

  constructor(expected: number) {
    super(Uint16Array, expected)
  }

  of(number: number): string {
    const { strings } = this
    while (strings.length <= number) strings.push('')
    const made = strings[number] as string
    if (made !== '') return made
    const string = this.read(number)
    strings[number] = string
    return string
  }
}
