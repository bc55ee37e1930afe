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
    const pid = await this.platform.pidOf(name)
    try {
      process.kill(pid, 'SIGKILL')
      return name
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === 'ESRCH') return `${name} (down already)`
      throw error
    }
  }
}
