import type { Style } from './style.js'

export interface Run {
  text: string
  style: Style
}

/** Text that begins on a line of its own and wraps where it must. */
export interface Line {
  runs: readonly Run[]
  tag?: 'P' | 'H1' | 'H2'
  indent?: number
  /** Space above it. */
  above?: number
  link?: string
}

type Tag = PDFKit.PDFStructureElement

/** Lines one under the other: measured once, then drawn where there is room for them. */
export class Flow {
  readonly height: number
  private readonly heights: readonly number[]

  constructor(
    private readonly pdf: PDFKit.PDFDocument,
    private readonly lines: readonly Line[],
    private readonly width: number,
  ) {
    this.heights = lines.map((line) => this.measure(line))
    this.height = this.heights.reduce((total, height) => total + height, 0)
  }

  /** Draws the lines as decoration, which a screen reader passes over. */
  draw(x: number, y: number): void {
    this.place(y, (line, top) => this.write(line, x, top))
  }

  /** The lines as tagged text, which is drawn once the tags have their place in the document. */
  tags(x: number, y: number): Tag[] {
    const tags: Tag[] = []
    this.place(y, (line, top) => {
      const write = () => this.write(line, x, top)
      const content = line.link ? this.pdf.struct('Link', {}, write) : write
      tags.push(this.pdf.struct(line.tag ?? 'P', {}, content))
    })
    return tags
  }

  private place(y: number, put: (line: Line, top: number) => void): void {
    let top = y
    this.lines.forEach((line, index) => {
      put(line, top + (line.above ?? 0))
      top += this.heights[index] ?? 0
    })
  }

  private measure({ runs, indent = 0, above = 0 }: Line): number {
    const [first] = runs
    if (!first) return above
    this.use(first.style)
    const text = runs.map((run) => printable(run.text)).join('')
    return above + this.pdf.heightOfString(text, { width: this.width - indent })
  }

  private write({ runs, indent = 0, link }: Line, x: number, y: number): void {
    const width = this.width - indent
    runs.forEach(({ text, style }, index) => {
      this.use(style)
      const options = { width, continued: index < runs.length - 1, link }
      if (index === 0) this.pdf.text(printable(text), x + indent, y, options)
      else this.pdf.text(printable(text), options)
    })
  }

  private use({ font, size, color }: Style): void {
    this.pdf.font(font).fontSize(size).fillColor(color)
  }
}

/** A line of one style. */
export const line = (text: string, style: Style, more: Omit<Line, 'runs'> = {}): Line => ({
  ...more,
  runs: [{ text, style }],
})

// Letters that were typed as a base and an accent become one letter, and nothing unseen steers the printed line.
const printable = (text: string) =>
  text.normalize('NFC').replace(/[\p{Cc}\p{Zl}\p{Zp}\u202A-\u202E\u2066-\u2069]+/gu, ' ')
