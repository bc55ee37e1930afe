/** Characters of one file that are kept: those of some 200,000 rows. */
const fileCharacters = 16 * 2 ** 20
/** As many files are worked on at once. */
const filesAtMost = 2

/** What was read of a file. */
export interface Keeping {
  add(text: string): void
  /** To be called once everything was added; what is too much is not kept at all. */
  end(): void
}

/** The texts of the files that were read last, each until it is handed out. */
export class KeptTexts {
  private readonly files = new Map<string, string[]>()

  constructor(private readonly charactersAtMost = fileCharacters) {}

  /** Begins to keep what is read of a file. */
  begin(path: string): Keeping {
    let texts: string[] = []
    let characters = 0
    this.files.delete(path)
    return {
      add: (text) => {
        characters += text.length
        if (characters > this.charactersAtMost) texts = []
        else texts.push(text)
      },
      end: () => {
        if (characters > this.charactersAtMost) return
        this.files.set(path, texts)
        for (const oldest of [...this.files.keys()].slice(0, -filesAtMost)) this.files.delete(oldest)
      },
    }
  }

  /** What was kept of a file, which is forgotten with it; undefined where nothing was. */
  handOut(path: string): string[] | undefined {
    const texts = this.files.get(path)
    this.files.delete(path)
    return texts
  }
}
