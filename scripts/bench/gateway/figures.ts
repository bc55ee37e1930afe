import type { Figure } from '../benchmark.js'
import { median } from '../median.js'
import { quantile } from '../quantile.js'

/** What one server did in one turn. */
export interface Turn {
  requests: number
  seconds: number
  cpuMicros: number
  millis: number[]
  subgraphRequests: number
}

export type ServerName = 'ours' | 'stock' | 'hive' | 'bare'
export type Turns = Readonly<Record<ServerName, readonly Turn[]>>

const cpuOf = ({ cpuMicros, requests }: Turn) => cpuMicros / requests
const p99Of = ({ millis }: Turn) => quantile(millis, 0.99)

/** The figures of all turns; what is compared was measured in the same round. */
export function figuresOf(turns: Turns): Figure[] {
  const { ours, stock, hive, bare } = turns
  const each = (of: (turn: Turn) => number) => median(ours.map(of))
  const against = (others: readonly Turn[], of: (turn: Turn) => number) =>
    median(ours.map((turn, round) => ratio(others[round], turn, of)))
  const perSecond = ({ requests, seconds }: Turn) => seconds / requests
  const asked = 'requests that one second of the processor is enough for'
  return [
    { name: 'ratioToStock', value: against(stock, cpuOf), comparedWith: `${asked}, over stock; the aim is 8` },
    { name: 'ratioToHive', value: against(hive, cpuOf), comparedWith: `the same over Hive Gateway; the aim is 2.2` },
    {
      name: 'ratioToBareHttp',
      value: against(bare, cpuOf),
      comparedWith: 'the same over a bare server with the bytes',
    },
    {
      name: 'p99RatioToStock',
      value: 1 / against(stock, p99Of),
      comparedWith: 'p99 over that of stock; the aim is 0.25',
    },
    { name: 'cpuMicrosPerRequest', value: each(cpuOf), decimals: 0, comparedWith: 'the aim is 220' },
    {
      name: 'subgraphRequestsPerOperation',
      value: each(({ subgraphRequests, requests }) => subgraphRequests / requests),
      comparedWith: 'the fetches of its plan',
    },
    {
      name: 'requestsPerSecond',
      value: each(({ requests, seconds }) => requests / seconds),
      decimals: 0,
      comparedWith: 'all on this machine',
    },
    { name: 'throughputToStock', value: against(stock, perSecond), comparedWith: 'requests a second over stock' },
    { name: 'throughputToHive', value: against(hive, perSecond), comparedWith: 'requests a second over Hive Gateway' },
    { name: 'p99Ms', value: each(p99Of), comparedWith: `stock: ${median(stock.map(p99Of)).toFixed(1)}` },
  ]
}

const ratio = (other: Turn | undefined, own: Turn, of: (turn: Turn) => number) =>
  other ? of(other) / of(own) : Number.NaN
