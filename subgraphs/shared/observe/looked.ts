import { Gauge } from 'prom-client'
import { registers } from './registry.js'

/** Something that is looked at whenever somebody reads the metrics, until it is forgotten. */
export class Looked<Label extends string> {
  private readonly looks = new Set<() => Promise<[labels: Record<Label, string>, value: number][]>>()

  constructor(name: string, help: string, labelNames: readonly Label[]) {
    const { looks } = this
    new Gauge({
      name,
      help,
      labelNames,
      registers,
      async collect() {
        this.reset()
        // What cannot be looked at now has no value, and the other metrics are told all the same.
        const looked = await Promise.allSettled([...looks].map((look) => look()))
        for (const result of looked)
          if (result.status === 'fulfilled') for (const [labels, value] of result.value) this.set(labels, value)
      },
    })
  }

  /** Looks at one thing from now on; the answer ends it. */
  watch(look: () => Promise<[labels: Record<Label, string>, value: number][]>): () => void {
    this.looks.add(look)
    return () => void this.looks.delete(look)
  }
}
