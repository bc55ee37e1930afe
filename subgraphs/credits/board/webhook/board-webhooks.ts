import type { EntityManager } from '@mikro-orm/postgresql'
import { certifyingBoards } from '../../../reference/certifying-boards.js'
import { executeBound } from '../../../shared/postgres/bound.js'

/** Where a board is called, and with which of its keys. */
export interface BoardWebhook {
  board: string
  url: string
  keyNumber: number
}

/** The webhooks that operators have connected, and in development the stand-in for every other board. */
export class BoardWebhooks {
  constructor(private readonly standInUrl?: string) {}

  async all(em: EntityManager): Promise<BoardWebhook[]> {
    const connected = await executeBound<BoardWebhook>(
      em,
      'select board_code as board, url, key_number as "keyNumber" from board_webhook',
      [],
    )
    const boards = new Map(connected.map((webhook) => [webhook.board, webhook]))
    const { standInUrl } = this
    if (standInUrl) {
      for (const board of Object.keys(certifyingBoards)) {
        if (!boards.has(board)) boards.set(board, { board, url: `${standInUrl}/boards/${board}`, keyNumber: 1 })
      }
    }
    return [...boards.values()]
  }

  async of(em: EntityManager, board: string): Promise<BoardWebhook | undefined> {
    return (await this.all(em)).find((webhook) => webhook.board === board)
  }
}
