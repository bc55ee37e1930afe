import type { NameTables } from './name-tables.js'
import { plainLetters } from './spelling.js'

/** Which names stand for one another, in both directions, by the tables that people were made with. */
export class NicknameTable {
  private readonly others = new Map<string, Set<string>>()

  constructor(nicknames: NameTables['nicknames']) {
    for (const [formal, shorts] of nicknames) {
      for (const short of shorts.map(plainLetters)) {
        this.note(formal, short)
        this.note(short, formal)
      }
    }
  }

  /** True when one name, in lower-case letters, is a nickname of the other. */
  are = (one: string, other: string): boolean => this.others.get(one)?.has(other) ?? false

  /** The names that one stands for, and those that stand for it. */
  of = (letters: string): readonly string[] => [...(this.others.get(letters) ?? [])]

  private note(one: string, other: string): void {
    const known = this.others.get(one) ?? new Set()
    this.others.set(one, known.add(other))
  }
}
