import type { Metric, Registry } from 'prom-client'

export interface TimingsOptions<Label extends string> {
  name: string
  help: string
  labelNames: readonly Label[]
  /** Upper bounds in seconds, the smallest first. */
  buckets: readonly number[]
  registers: readonly Registry[]
}

interface Line {
  metricName: string
  labels: Record<string, string | number>
  value: number
}

/**
 * A histogram of seconds that counts in a list of numbers. The one of prom-client looks for its labels, as one text, each
 * time that something is counted; this one does so when somebody reads it. What is read is the same.
 */
export class Timings<Label extends string> {
  readonly name: string
  readonly help: string
  readonly type = 'histogram'
  readonly aggregator = 'sum'
  private readonly series = new Map<string, Series>()
  private readonly bounds: Float64Array

  constructor(private readonly options: TimingsOptions<Label>) {
    this.name = options.name
    this.help = options.help
    this.bounds = Float64Array.from(options.buckets)
    for (const registry of options.registers) registry.registerMetric(this as unknown as Metric<Label>)
  }

  /** What is counted under these values of the labels, in their order; to be found once and kept. */
  labels(...values: readonly string[]): Series {
    const key = JSON.stringify(values)
    const series = this.series.get(key) ?? new Series(values, this.bounds)
    this.series.set(key, series)
    return series
  }

  /** What the registry reads. */
  async get() {
    const { name, help, type, aggregator } = this
    return { name, help, type, aggregator, values: [...this.series.values()].flatMap((series) => this.lines(series)) }
  }

  /** Forgets what was counted. */
  reset(): void {
    for (const series of this.series.values()) series.reset()
  }

  private lines({ values, counts, sum }: Series): Line[] {
    const { name, options } = this
    const labels = Object.fromEntries(options.labelNames.map((label, index) => [label, values[index] ?? '']))
    let count = 0
    const buckets = [...options.buckets, '+Inf'].map((le, index): Line => {
      count += counts[index] ?? 0
      return { metricName: `${name}_bucket`, labels: { le, ...labels }, value: count }
    })
    return [
      ...buckets,
      { metricName: `${name}_sum`, labels, value: sum },
      { metricName: `${name}_count`, labels, value: count },
    ]
  }
}

/** Timings under one set of labels. */
export class Series {
  /** How many fell beneath each bound and above the one before; the last are those above all of them. */
  readonly counts: Float64Array
  sum = 0

  constructor(
    readonly values: readonly string[],
    private readonly bounds: Float64Array,
  ) {
    this.counts = new Float64Array(bounds.length + 1)
  }

  /** Counts one. */
  observe(seconds: number): void {
    const { bounds, counts } = this
    let bucket = 0
    while (bucket < bounds.length && seconds > (bounds[bucket] as number)) bucket += 1
    counts[bucket] = (counts[bucket] as number) + 1
    this.sum += seconds
  }

  /** Begins anew. */
  reset(): void {
    this.counts.fill(0)
    this.sum = 0
  }
}
