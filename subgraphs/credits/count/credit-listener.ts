import type { InternalClient } from '../../shared/http/internal-client.js'

/** How many parts of an activity’s credit are accepted and pending, for CME (no board) or for one board. */
export interface ActivitySum {
  activityId: string
  boardCode: string
  accepted: number
  pending: number
  /** Counts the changes; of two sums the one with the higher version is newer. */
  version: number
}

/** How much accepted credit of a provider was recorded on a day. */
export interface DaySum {
  providerId: string
  recordedOn: string
  accepted: number
  version: number
}

/** The next page of what has happened to credit, for whoever listens. */
export interface CreditNews {
  /** Behind which position it follows; null while everything is told from zero. */
  after: string | null
  /** True for the first page of everything. */
  startsOver: boolean
  activities: ActivitySum[]
  days: DaySum[]
  /** Up to where the events of activities are applied here: what was recorded before is told by now. */
  appliedActivityEvents: string | null
  /** The position of the listener after this page; null where more pages of everything follow. */
  endCursor: string | null
}

/** A part that hears of credit. It keeps the position itself; a page that does not follow on it changes nothing. */
export interface CreditListener {
  /** Null where everything has to be told from zero. */
  position(): Promise<string | null>
  /** Resolves to the position since then. */
  receive(news: CreditNews): Promise<string | null>
}

/** The providers subgraph over HTTP. */
export function httpCreditListener(providers: Pick<InternalClient, 'ask'>): CreditListener {
  return {
    async position() {
      const data = await providers.ask<{ creditPosition: string | null }>('query CreditPosition { creditPosition }', {})
      return data.creditPosition
    },
    async receive(news) {
      const mutation = 'mutation ReceiveCredit($news: CreditNewsInput!) { receiveCredit(news: $news) { position } }'
      const data = await providers.ask<{ receiveCredit: { position: string | null } }>(mutation, { news })
      return data.receiveCredit.position
    },
  }
}
