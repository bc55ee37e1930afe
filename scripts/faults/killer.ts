import type { BenchPlatform } from '../bench/platform.js'
import type { Random } from '../seed/random/random.js'

/** The processes that take part when credit is recorded. */
const parts = ['worker', 'subgraphs', 'gateway', 'postgres'] as const

/** Kills parts of a platform, each as often as the others: one that ends too often within minutes would be given up. */
export class Killer {
  private left: string[] = []

  constructor(
    private readonly platform: Pick<BenchPlatform, 'pidOf'>,
    private readonly random: Random,
  ) {}

  /** Kills the next part at once, without giving it a chance to end well; answers its name. */
  async kill(): Promise<string> {
    if (!this.left.length) this.left = [...parts]
    const [name = ''] = this.left.splice(this.random.below(this.left.length), 1)
    try {
      process.kill(await this.platform.pidOf(name), 'SIGKILL')
      return name
    } catch (error) {
      if (isDown(error)) return `${name} (down already)`
      throw error
    }
  }
}

/** True where there is no such process, or no note of one, since it was killed a moment ago. */
const isDown = (error: unknown) => ['ESRCH', 'ENOENT'].includes(Object(error).code)
