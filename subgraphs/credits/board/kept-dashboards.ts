import type { EntityManager } from '@mikro-orm/postgresql'
import type { BoardDashboard } from './board-dashboard.js'
import { boardDashboard } from './board-dashboard.query.js'

type Sums = Awaited<ReturnType<typeof boardDashboard>>

interface Kept {
  dashboard: Promise<BoardDashboard>
  /** In milliseconds that only ever grow; while they are being added up, forever. */
  until: number
}

export interface KeepingLimits {
  /** Sums that take no longer, in milliseconds, are added up anew each time. */
  quickMs: number
  /** What takes longer is good for as many times as long, and at most for so long. */
  times: number
  mostMs: number
}

const keepingLimits: KeepingLimits = { quickMs: 250, times: 10, mostMs: 60_000 }
const mostKept = 1_000

/**
 * Dashboards of licensing boards. The sums over a hundred thousand licensees take seconds and are asked for again whenever
 * one of them earns credit, so that those are shared by all who look and say when they were true; others are always new.
 */
export class KeptDashboards {
  private readonly kept = new Map<string, Kept>()

  constructor(
    private readonly em: EntityManager,
    private readonly now: () => Date,
    private readonly find: (
      em: EntityManager,
      board: string,
      from: string,
      to: string,
    ) => Promise<Sums> = boardDashboard,
    private readonly limits = keepingLimits,
  ) {}

  /** The dashboard of a board over a period; sums that were kept are at most a minute old. */
  async of(boardCode: string, from: string, to: string): Promise<BoardDashboard> {
    const key = `${boardCode} ${from} ${to}`
    const known = this.kept.get(key)
    if (known && known.until > performance.now()) return known.dashboard
    const isSlow = known !== undefined
    const began = performance.now()
    const dashboard = this.add(boardCode, from, to)
    if (isSlow) this.keep(key, { dashboard, until: Number.POSITIVE_INFINITY })
    try {
      const found = await dashboard
      const took = performance.now() - began
      const { quickMs, times, mostMs } = this.limits
      if (took > quickMs) this.keep(key, { dashboard, until: performance.now() + Math.min(took * times, mostMs) })
      else this.kept.delete(key)
      return found
    } catch (error) {
      this.kept.delete(key)
      throw error
    }
  }

  private async add(boardCode: string, from: string, to: string): Promise<BoardDashboard> {
    const asOf = this.now()
    return { ...(await this.find(this.em.fork(), boardCode, from, to)), asOf }
  }

  private keep(key: string, kept: Kept): void {
    this.kept.delete(key)
    for (const [other, { until }] of this.kept)
      if (until <= performance.now() || this.kept.size >= mostKept) this.kept.delete(other)
    this.kept.set(key, kept)
  }
}
