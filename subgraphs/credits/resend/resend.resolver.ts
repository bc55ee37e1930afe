import { Arg, Args, ArgsType, Ctx, Field, FieldResolver, ID, Mutation, Resolver, Root } from 'type-graphql'
import { type Connection, PageArgs, pageSize, toConnection } from '../../shared/graphql/connection.js'
import { fromCursor } from '../../shared/graphql/cursor.js'
import { uuid } from '../../shared/graphql/id.js'
import { BatchState } from '../../shared/upload/upload-enums.js'
import { Batch } from '../batch/batch.js'
import { visibleBatches } from '../batch/batch.policy.js'
import { findRows } from '../batch/batch-rows.query.js'
import type { CreditsContext } from '../context.js'
import { keptDays } from '../submission/idempotency.js'
import { toRowsToCorrect } from './correctable-rows.js'
import { maxResentRows, resendRows } from './resend-rows.js'
import {
  BatchCorrection,
  CorrectionGroup,
  ResendResult,
  RowCorrectionInput,
  type RowToCorrect,
  RowToCorrectConnection,
} from './row-to-correct.js'
import { correctionOf, countedRows, countReasons, findFailedRows } from './rows-to-correct.query.js'

const shownCorrections = 20

@ArgsType()
class RowsToCorrectArgs extends PageArgs {
  @Field(() => String, { nullable: true, description: 'Only rows whose first error has this code.' })
  code?: string | null

  @Field(() => String, { nullable: true, description: 'With `code`: and is about the column with this header.' })
  column?: string | null
}

/** Rows that were not accepted, corrected one by one and sent again. */
@Resolver(() => Batch)
export class ResendResolver {
  @Mutation(() => ResendResult, {
    description: `Sends rows that were not accepted again, corrected, as a new batch in which each keeps its number and stands or falls alone. For people and programs that report for the provider. Rows that are recorded since, in review or never failed are left alone. CONFLICT for a batch that is not DONE, was a try or is itself a correction; BAD_USER_INPUT names a row that changed cells cannot put right.`,
  })
  async resendRows(
    @Arg('batchId', () => ID, { description: 'Id of the batch to correct.' }) batchId: string,
    @Arg('rows', () => [RowCorrectionInput], { description: `1 to ${maxResentRows} rows with what changes of them.` })
    rows: RowCorrectionInput[],
    @Arg('idempotencyKey', () => String, {
      description: `A name of your own for this request, at most 255 visible ASCII characters, for example a UUID. The same request under it again has the first answer and does nothing; another request under it is a CONFLICT. It is kept for ${keptDays} days (W06).`,
    })
    key: string,
    @Ctx() context: CreditsContext,
  ): Promise<ResendResult> {
    const { em } = context
    const batch = await resendRows(uuid(batchId), rows, key, context)
    const resent = batch && (await findRows(em, { batchId: batch.batchId, afterRow: 0, limit: maxResentRows }))
    return { batch, corrects: await em.findOneOrFail(Batch, { batchId: uuid(batchId) }), rows: resent ?? [] }
  }

  @FieldResolver(() => Batch, {
    nullable: true,
    description: 'The batch whose rows it sends again; null for any other.',
  })
  corrects(@Root() batch: Batch, @Ctx() { em, viewer }: CreditsContext): Promise<Batch | null> {
    return batch.corrects
      ? em.findOne(Batch, { $and: [{ batchId: batch.corrects }, visibleBatches(viewer)] })
      : Promise.resolve(null)
  }

  @FieldResolver(() => [Batch], {
    description: `The batches in which rows of it were sent again, the newest ${shownCorrections}.`,
  })
  correctedBy(@Root() { batchId }: Batch, @Ctx() { em, viewer }: CreditsContext): Promise<Batch[]> {
    return em.find(
      Batch,
      { $and: [{ corrects: batchId }, visibleBatches(viewer)] },
      { orderBy: [{ createdAt: 'desc' }, { batchId: 'desc' }], limit: shownCorrections },
    )
  }

  @FieldResolver(() => BatchCorrection, {
    description:
      'How far its rows have been corrected. Nothing is to be corrected in a try, before it is DONE, or in a batch that is itself a correction.',
  })
  async correction(@Root() batch: Batch, @Ctx() { resentRows }: CreditsContext): Promise<BatchCorrection> {
    return isOpen(batch) ? correctionOf(batch.rejected, await resentRows.load(batch.batchId)) : correctionOf(0, null)
  }

  @FieldResolver(() => [CorrectionGroup], {
    description: `Its rows to correct by their first error, the most frequent first; counted over the first ${countedRows} rows.`,
  })
  async correctionGroups(@Root() batch: Batch, @Ctx() { em }: CreditsContext): Promise<CorrectionGroup[]> {
    return isOpen(batch) ? countReasons(em, batch.batchId) : []
  }

  @FieldResolver(() => RowToCorrectConnection, {
    description: 'Its rows to correct, in the order of the file, as they were sent last.',
  })
  async rowsToCorrect(
    @Root() batch: Batch,
    @Args(() => RowsToCorrectArgs) args: RowsToCorrectArgs,
    @Ctx() { em }: CreditsContext,
  ): Promise<Connection<RowToCorrect>> {
    const { code = null, column = null } = args
    const afterRow = args.after ? fromCursor(args.after, ['NUMBER'])[0] : 0
    const limit = pageSize(args) + 1
    const failed = isOpen(batch) ? await findFailedRows(em, batch.batchId, { code, column, afterRow, limit }) : []
    const rows = await toRowsToCorrect(em, batch, failed)
    return toConnection(
      rows,
      args,
      (row) => [row.rowNumber],
      (row) => row,
    )
  }
}

const isOpen = ({ state, dryRun, corrects }: Batch) => state === BatchState.DONE && !dryRun && !corrects
