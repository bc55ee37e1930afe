import { Arg, Args, ArgsType, Ctx, Field, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql'
import { type Connection, PageArgs, pageSize, toConnection } from '../../../shared/graphql/connection.js'
import { fromCursor } from '../../../shared/graphql/cursor.js'
import { uuid } from '../../../shared/graphql/id.js'
import { Instant } from '../../../shared/graphql/scalars.js'
import { announceUpload, cleanFileName } from '../../../shared/upload/announce-upload.js'
import { cancelUpload } from '../../../shared/upload/cancel-upload.js'
import { FileRefusalReason } from '../../../shared/upload/upload.js'
import { BatchState } from '../../../shared/upload/upload-enums.js'
import { progressOf, UploadProgress } from '../../../shared/upload/upload-progress.js'
import type { LearnersContext } from '../../context.js'
import { MatchDecision } from '../../matching/match-types.js'
import { keptUntil, validationDays } from './retention.js'
import { addressPrefix, ValidationBatch, ValidationBatchConnection, validationBatchKind } from './validation-batch.js'
import { visibleValidationBatches } from './validation-batch.policy.js'
import { ValidationBatchRow, ValidationBatchRowConnection } from './validation-batch-row.js'
import { findValidationRows } from './validation-batch-rows.query.js'
import { ValidationUploadInput, ValidationUploadTicket } from './validation-upload-input.js'

@ArgsType()
class ValidationRowListArgs extends PageArgs {
  @Field(() => Boolean, {
    nullable: true,
    description: 'True for only rows with which credit would not find its physician.',
  })
  onlyProblems?: boolean | null

  @Field(() => MatchDecision, { nullable: true, description: 'Only rows with this answer by license.' })
  licenseDecision?: MatchDecision | null

  @Field(() => MatchDecision, { nullable: true, description: 'Only rows with this answer by certifying board.' })
  boardDecision?: MatchDecision | null
}

const batchIdArg = { description: 'Id of the batch.' }

/** Validation files: the learner validation tool for many learners at once. */
@Resolver(() => ValidationBatch)
export class ValidationBatchResolver {
  @Query(() => ValidationBatchConnection, { description: 'The validation files of your provider, the newest first.' })
  async validationBatches(
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() { em, viewer }: LearnersContext,
  ): Promise<Connection<ValidationBatch>> {
    const rows = await em.find(
      ValidationBatch,
      { $and: [visibleValidationBatches(viewer), afterCursor(args.after)] },
      { orderBy: [{ createdAt: 'desc' }, { batchId: 'desc' }], limit: pageSize(args) + 1 },
    )
    return toConnection(
      rows,
      args,
      (batch) => [batch.createdAt.toISOString(), batch.batchId],
      (batch) => batch,
    )
  }

  @Query(() => ValidationBatch, {
    description: 'One validation file. NOT_FOUND when there is none or it is not yours.',
  })
  validationBatch(
    @Arg('batchId', () => ID, batchIdArg) batchId: string,
    @Ctx() { em, viewer }: LearnersContext,
  ): Promise<ValidationBatch> {
    return em.findOneOrFail(ValidationBatch, { $and: [{ batchId: uuid(batchId) }, visibleValidationBatches(viewer)] })
  }

  @Mutation(() => ValidationUploadTicket, {
    description:
      'Announces a file of learners to be checked and opens an address for its bytes. Nothing is recorded about credit ' +
      '(I13). QUOTA_EXCEEDED while too many of your addresses are open.',
  })
  async createValidationUpload(
    @Arg('input', () => ValidationUploadInput, { description: 'What will be sent.' }) input: ValidationUploadInput,
    @Ctx() { em, viewer, now, files }: LearnersContext,
  ): Promise<ValidationUploadTicket> {
    const providerId = viewer.ownProviderId()
    const { accountId, displayName } = viewer.signedIn()
    const batch = await announceUpload(validationBatchKind, providerId, em, (transaction) =>
      transaction.create(ValidationBatch, {
        batchId: files.newId(),
        providerId,
        fileName: cleanFileName(input.fileName, 'learners'),
        forced: input.force,
        state: BatchState.RECEIVING,
        submittedBy: accountId,
        submittedByName: displayName,
        createdAt: now(),
      }),
    )
    return { batch, address: `/uploads/${addressPrefix}${batch.batchId}` }
  }

  @Mutation(() => ValidationBatch, {
    description: 'Takes a validation file back before it is done. Answers that are there stay. FORBIDDEN afterwards.',
  })
  cancelValidationUpload(
    @Arg('batchId', () => ID, batchIdArg) batchId: string,
    @Ctx() { em, viewer, now, files }: LearnersContext,
  ): Promise<ValidationBatch> {
    const check = (batch: ValidationBatch) => viewer.must('cancel', batch)
    const tools = { em, spool: files.spool, now }
    return cancelUpload(validationBatchKind, uuid(batchId), visibleValidationBatches(viewer), check, tools)
  }

  @FieldResolver(() => UploadProgress, { description: 'How far the work on it has come.' })
  progress(@Root() batch: ValidationBatch, @Ctx() { now }: LearnersContext): UploadProgress {
    return progressOf(batch, now())
  }

  @FieldResolver(() => Instant, {
    nullable: true,
    description: `When it is deleted with all of its answers, ${validationDays} days after its end; null before its end.`,
  })
  keptUntil(@Root() { finishedAt }: ValidationBatch): Date | null {
    return finishedAt ? keptUntil(finishedAt) : null
  }

  @FieldResolver(() => FileRefusalReason, {
    nullable: true,
    description: 'Why the file as a whole could not be taken, for REFUSED.',
  })
  refusal(@Root() batch: ValidationBatch): FileRefusalReason | null {
    return batch.refusal ?? null
  }

  @FieldResolver(() => ValidationBatch, { nullable: true, description: 'The earlier file with the same bytes (B06).' })
  async duplicateOf(
    @Root() batch: ValidationBatch,
    @Ctx() { em, viewer }: LearnersContext,
  ): Promise<ValidationBatch | null> {
    return batch.duplicateOf
      ? em.findOne(ValidationBatch, { $and: [{ batchId: batch.duplicateOf }, visibleValidationBatches(viewer)] })
      : null
  }

  @FieldResolver(() => String, {
    nullable: true,
    description:
      'Where to GET the result file once the batch is DONE; with `?rows=failed` only the rows with problems.',
  })
  resultAddress(@Root() batch: ValidationBatch): string | null {
    return batch.state === BatchState.DONE ? `/uploads/${addressPrefix}${batch.batchId}/result` : null
  }

  @FieldResolver(() => ValidationBatchRowConnection, {
    description: 'Its rows in the order of the file, as far as they are answered.',
  })
  async rows(
    @Root() batch: ValidationBatch,
    @Args(() => ValidationRowListArgs) args: ValidationRowListArgs,
    @Ctx() { em }: LearnersContext,
  ): Promise<Connection<ValidationBatchRow>> {
    const afterRow = args.after ? fromCursor(args.after, ['NUMBER'])[0] : 0
    const rows = await findValidationRows(em, batch, { ...args, afterRow, limit: pageSize(args) + 1 })
    return toConnection(
      rows,
      args,
      (row) => [row.rowNumber],
      (row) => row,
    )
  }
}

function afterCursor(after: string | null | undefined) {
  if (!after) return {}
  const [createdAt, batchId] = fromCursor(after, ['INSTANT', 'UUID'])
  return {
    $or: [{ createdAt: { $lt: new Date(createdAt) } }, { createdAt: new Date(createdAt), batchId: { $lt: batchId } }],
  }
}
