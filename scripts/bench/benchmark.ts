/** One measured or counted value. */
export interface Figure {
  /** Its key in the JSON object. */
  name: string
  value: number
  /** Digits behind the point in the JSON object, three unless told otherwise. */
  decimals?: number
  /** What it is to be held against, in words. */
  comparedWith: string
}

/** What a benchmark has found. */
export interface Report {
  figures: Figure[]
  /** What does not hold, so that the figures prove nothing. */
  problems: string[]
}

/** One benchmark against the real thing. */
export interface Benchmark<Options extends Record<string, number | string> = Record<string, number | string>> {
  /** What it measures, in one line. */
  summary: string
  /** Whole numbers and texts that the command line may change, with what counts otherwise. */
  options: Options
  run(options: Options, say: (line: string) => void): Promise<Report>
}
