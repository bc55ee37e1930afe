import { Arg, Ctx, Field, ID, Int, Mutation, ObjectType, Query, Resolver } from 'type-graphql'
import { certifyingBoards, parseCertifyingBoard } from '../../../reference/certifying-boards.js'
import { badInput, notFound } from '../../../shared/errors.js'
import { Instant } from '../../../shared/graphql/scalars.js'
import type { CreditsContext } from '../../context.js'
import { Board, boardByCode } from '../board.js'
import { type BoardBacklog, dueAgain, findBacklogs, saveWebhook } from './board-link.query.js'
import type { BoardWebhook } from './board-webhooks.js'
import { queueOpenNotices } from './queue-notices.js'

@ObjectType({ description: 'How a certifying board is reached, and what it still owes an answer to.' })
class BoardLink {
  @Field(() => Board, { description: 'The certifying board.' })
  board!: Board

  @Field(() => String, {
    nullable: true,
    description: 'Where its webhook answers; null for a board that reads the feed.',
  })
  url!: string | null

  @Field(() => String, { nullable: true, description: 'The id of the key that signs, for example ABIM-1.' })
  keyId!: string | null

  @Field(() => Int, { description: 'Points that wait for its decision.' })
  unanswered!: number

  @Field(() => Int, {
    description: 'Of them, how many wait longer than the 24 hours in which boards promise to answer.',
  })
  overdue!: number

  @Field(() => Instant, { nullable: true, description: 'When the board was asked about the oldest of them.' })
  oldestAskedAt!: Date | null

  @Field(() => Int, { description: 'Notices that its webhook has not taken yet.' })
  undelivered!: number

  @Field(() => Int, { description: 'Notices that were given up after three days.' })
  givenUp!: number

  @Field(() => String, { nullable: true, description: 'What went wrong last, where something did.' })
  problem!: string | null
}

@ObjectType({ description: 'What a board has to be told so that it can verify what we send.' })
class BoardSecret {
  @Field(() => ID, { description: 'The board.' })
  boardCode!: string

  @Field(() => String, { description: 'The id of the key.' })
  keyId!: string

  @Field(() => String, {
    description: 'The key, as Standard Webhooks writes it. Hand it to the board and keep no copy.',
  })
  secret!: string
}

@Resolver()
export class BoardLinkResolver {
  @Query(() => [BoardLink], {
    description: 'Every certifying board: how it is reached and what waits for it. Operators only.',
  })
  async boardLinks(@Ctx() { em, viewer, boardLine }: CreditsContext): Promise<BoardLink[]> {
    viewer.operator()
    const backlogs = new Map((await findBacklogs(em)).map((backlog) => [backlog.board, backlog]))
    const webhooks = new Map((await boardLine.webhooks.all(em)).map((webhook) => [webhook.board, webhook]))
    return Object.keys(certifyingBoards).flatMap((code) => {
      const board = boardByCode(code)
      return board ? [linkOf(board, webhooks.get(code), backlogs.get(code))] : []
    })
  }

  @Mutation(() => BoardSecret, {
    description:
      'Calls a certifying board at an address from now on, beginning with everything that waits for it. Operators only.',
  })
  async connectBoard(
    @Arg('boardCode', () => ID, { description: 'Code of the board.' }) boardCode: string,
    @Arg('url', () => String, { description: 'Where its webhook answers; https, and a public address.' }) url: string,
    @Arg('renewKey', () => Boolean, {
      defaultValue: false,
      description: 'True to sign with a new key; the one before it stays valid beside it.',
    })
    renewKey: boolean,
    @Ctx() { em, viewer, boardLine }: CreditsContext,
  ): Promise<BoardSecret> {
    const by = viewer.operator()
    const board = knownBoard(boardCode)
    refuseAddress(() => boardLine.caller.check(url))
    await em.transactional(async (transaction) => {
      await saveWebhook(transaction, { board, url, renewKey, by })
      await queueOpenNotices(transaction, board)
    })
    const keyNumber = (await boardLine.webhooks.of(em, board))?.keyNumber ?? 1
    return { boardCode: board, keyId: `${board}-${keyNumber}`, secret: boardLine.keys.secretOf(board, keyNumber) }
  }

  @Mutation(() => Int, {
    description: 'Sends a board again what was given up; resolves to how many notices. Operators only.',
  })
  resendToBoard(
    @Arg('boardCode', () => ID, { description: 'Code of the board.' }) boardCode: string,
    @Ctx() { em, viewer }: CreditsContext,
  ): Promise<number> {
    viewer.operator()
    return dueAgain(em, knownBoard(boardCode))
  }
}

function linkOf(board: Board, webhook: BoardWebhook | undefined, backlog: BoardBacklog | undefined): BoardLink {
  return {
    url: webhook?.url ?? null,
    keyId: webhook ? `${webhook.board}-${webhook.keyNumber}` : null,
    unanswered: 0,
    overdue: 0,
    oldestAskedAt: null,
    undelivered: 0,
    givenUp: 0,
    problem: null,
    ...backlog,
    board,
  }
}

function knownBoard(code: string): string {
  const board = parseCertifyingBoard(code)
  if (!board) throw notFound('There is no such certifying board.')
  return board
}

function refuseAddress(check: () => unknown): void {
  try {
    check()
  } catch (cause) {
    throw badInput(cause instanceof Error ? cause.message : 'That address cannot be called.', { cause })
  }
}
