import { Arg, Args, ArgsType, Ctx, Field, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql'
import { conflict } from '../../../shared/errors.js'
import { type Connection, PageArgs, pageSize, toConnection } from '../../../shared/graphql/connection.js'
import { fromCursor } from '../../../shared/graphql/cursor.js'
import { uuid } from '../../../shared/graphql/id.js'
import { announceUpload, cleanFileName } from '../../../shared/upload/announce-upload.js'
import { cancelUpload } from '../../../shared/upload/cancel-upload.js'
import { FileRefusalReason } from '../../../shared/upload/upload.js'
import { BatchState, RowOutcome } from '../../../shared/upload/upload-enums.js'
import type { ProvidersContext } from '../../context.js'
import { columns } from '../column/columns.js'
import { intakeLimits } from '../format/limits.js'
import { ActivityBatch, ActivityBatchConnection, activityBatchKind, addressPrefix } from './activity-batch.js'
import { visibleActivityBatches } from './activity-batch.policy.js'
import { ActivityBatchRow, ActivityBatchRowConnection } from './activity-batch-row.js'
import { findActivityRows } from './activity-batch-rows.query.js'
import { ActivityColumn, ActivityUploadPreview } from './activity-preview.js'
import { ActivityUploadInput, ActivityUploadTicket, ColumnChoiceInput } from './activity-upload-input.js'
import { readChoices } from './column-choices.js'
import { previewFile } from './preview-file.js'
import { parseChoices, startUpload } from './start-upload.js'

@ArgsType()
class ActivityRowListArgs extends PageArgs {
  @Field(() => RowOutcome, { nullable: true, description: 'Only rows that ended so.' })
  outcome?: RowOutcome | null

  @Field(() => Boolean, { nullable: true, description: 'True for only rows with errors or warnings.' })
  withIssues?: boolean | null
}

const batchIdArg = { description: 'Id of the batch.' }
const choicesArg = {
  nullable: true,
  description: 'What columns are that were not recognized, or not rightly; at most 256.',
}

@Resolver(() => ActivityBatch)
export class ActivityBatchResolver {
  @Query(() => ActivityBatchConnection, { description: 'The files of activities of your provider, the newest first.' })
  async activityBatches(
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() { em, viewer }: ProvidersContext,
  ): Promise<Connection<ActivityBatch>> {
    const rows = await em.find(
      ActivityBatch,
      { $and: [visibleActivityBatches(viewer), afterCursor(args.after)] },
      { orderBy: [{ createdAt: 'desc' }, { batchId: 'desc' }], limit: pageSize(args) + 1 },
    )
    return toConnection(
      rows,
      args,
      (batch) => [batch.createdAt.toISOString(), batch.batchId],
      (batch) => batch,
    )
  }

  @Query(() => ActivityBatch, {
    description: 'One file of activities. NOT_FOUND when there is none or it is not yours.',
  })
  activityBatch(
    @Arg('batchId', () => ID, batchIdArg) batchId: string,
    @Ctx() { em, viewer }: ProvidersContext,
  ): Promise<ActivityBatch> {
    return findBatch(batchId, { em, viewer })
  }

  @Query(() => [ActivityColumn], { description: 'The columns that a file of activities may have.' })
  activityColumns(): ActivityColumn[] {
    return [...columns]
  }

  @Query(() => ActivityUploadPreview, {
    description:
      'What a file looks like that was sent and is not begun with: what its columns are taken for, its first rows, ' +
      'and what is not recognized. CONFLICT when there are no bytes to look at.',
  })
  async activityUploadPreview(
    @Arg('batchId', () => ID, batchIdArg) batchId: string,
    @Arg('choices', () => [ColumnChoiceInput], choicesArg) chosen: ColumnChoiceInput[] | null,
    @Ctx() { em, viewer, files }: ProvidersContext,
  ): Promise<ActivityUploadPreview> {
    const batch = await findBatch(batchId, { em, viewer })
    viewer.must('preview', batch)
    if (batch.state !== BatchState.STORED)
      throw conflict('There is nothing to look at: send the file, or send it anew.')
    const choices = new Map([...(await readChoices(em, batch.providerId)), ...parseChoices(chosen ?? [])])
    return previewFile(files.spool.pathOf(batch.batchId), choices, intakeLimits)
  }

  @Mutation(() => ActivityUploadTicket, {
    description: 'Announces a file of activities and opens an address for its bytes.',
  })
  async createActivityUpload(
    @Arg('input', () => ActivityUploadInput, { description: 'What will be sent.' }) input: ActivityUploadInput,
    @Ctx() { em, viewer, now, files }: ProvidersContext,
  ): Promise<ActivityUploadTicket> {
    const providerId = viewer.ownProviderId()
    const { accountId, displayName } = viewer.signedIn()
    const { fileName, force, ...wishes } = input
    const batch = await announceUpload(activityBatchKind, providerId, em, (transaction) =>
      transaction.create(ActivityBatch, {
        ...wishes,
        batchId: files.newId(),
        providerId,
        fileName: cleanFileName(fileName, 'activities'),
        forced: force,
        state: BatchState.RECEIVING,
        submittedBy: accountId,
        submittedByName: displayName,
        createdAt: now(),
      }),
    )
    return { batch, address: `/uploads/${addressPrefix}${batch.batchId}` }
  }

  @Mutation(() => ActivityBatch, {
    description: 'Begins with a file that waits for it, and remembers what you say of its columns. CONFLICT otherwise.',
  })
  startActivityUpload(
    @Arg('batchId', () => ID, batchIdArg) batchId: string,
    @Arg('choices', () => [ColumnChoiceInput], choicesArg) chosen: ColumnChoiceInput[] | null,
    @Ctx() context: ProvidersContext,
  ): Promise<ActivityBatch> {
    return startUpload(batchId, chosen ?? [], context)
  }

  @Mutation(() => ActivityBatch, {
    description: 'Takes a file of activities back before it is done. Rows that are recorded stay recorded.',
  })
  cancelActivityUpload(
    @Arg('batchId', () => ID, batchIdArg) batchId: string,
    @Ctx() { em, viewer, now, files }: ProvidersContext,
  ): Promise<ActivityBatch> {
    const check = (batch: ActivityBatch) => viewer.must('cancel', batch)
    const tools = { em, spool: files.spool, now }
    return cancelUpload(activityBatchKind, uuid(batchId), visibleActivityBatches(viewer), check, tools)
  }

  @FieldResolver(() => FileRefusalReason, {
    nullable: true,
    description: 'Why the file as a whole could not be taken, for REFUSED.',
  })
  refusal(@Root() batch: ActivityBatch): FileRefusalReason | null {
    return batch.refusal ?? null
  }

  @FieldResolver(() => ActivityBatch, { nullable: true, description: 'The earlier file with the same bytes (B06).' })
  async duplicateOf(
    @Root() batch: ActivityBatch,
    @Ctx() { em, viewer }: ProvidersContext,
  ): Promise<ActivityBatch | null> {
    return batch.duplicateOf
      ? em.findOne(ActivityBatch, { $and: [{ batchId: batch.duplicateOf }, visibleActivityBatches(viewer)] })
      : null
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'Where to GET the result file once the batch is DONE; with `?rows=failed` only the rows to correct.',
  })
  resultAddress(@Root() batch: ActivityBatch): string | null {
    return batch.state === BatchState.DONE ? `/uploads/${addressPrefix}${batch.batchId}/result` : null
  }

  @FieldResolver(() => ActivityBatchRowConnection, {
    description: 'Its rows in the order of the file, as far as they have their outcome.',
  })
  async rows(
    @Root() batch: ActivityBatch,
    @Args(() => ActivityRowListArgs) args: ActivityRowListArgs,
    @Ctx() { em }: ProvidersContext,
  ): Promise<Connection<ActivityBatchRow>> {
    const { outcome, withIssues } = args
    const afterRow = args.after ? fromCursor(args.after, ['NUMBER'])[0] : 0
    const rows = await findActivityRows(em, batch, { outcome, withIssues, afterRow, limit: pageSize(args) + 1 })
    return toConnection(
      rows,
      args,
      (row) => [row.rowNumber],
      (row) => row,
    )
  }
}

const findBatch = (batchId: string, { em, viewer }: Pick<ProvidersContext, 'em' | 'viewer'>): Promise<ActivityBatch> =>
  em.findOneOrFail(ActivityBatch, { $and: [{ batchId: uuid(batchId) }, visibleActivityBatches(viewer)] })

function afterCursor(after: string | null | undefined) {
  if (!after) return {}
  const [createdAt, batchId] = fromCursor(after, ['INSTANT', 'UUID'])
  return {
    $or: [{ createdAt: { $lt: new Date(createdAt) } }, { createdAt: new Date(createdAt), batchId: { $lt: batchId } }],
  }
}
