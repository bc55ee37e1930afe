import type { GraphQLResolveInfo } from 'graphql'
import {
  Arg,
  Args,
  ArgsType,
  Ctx,
  Field,
  FieldResolver,
  ID,
  Info,
  InputType,
  Mutation,
  ObjectType,
  Query,
  Resolver,
  Root,
} from 'type-graphql'
import { badInput } from '../../shared/errors.js'
import { asksOnlyFor } from '../../shared/graphql/asks-only-for.js'
import { type Connection, PageArgs, pageSize, toConnection } from '../../shared/graphql/connection.js'
import { fromCursor } from '../../shared/graphql/cursor.js'
import { uuid } from '../../shared/graphql/id.js'
import { announceUpload, cleanFileName, fileNameDescription } from '../../shared/upload/announce-upload.js'
import { cancelUpload } from '../../shared/upload/cancel-upload.js'
import { FileRefusalReason } from '../../shared/upload/upload.js'
import { BatchState, RowOutcome } from '../../shared/upload/upload-enums.js'
import { Completion, CompletionSource } from '../completion/completion.js'
import type { CreditsContext } from '../context.js'
import { Batch, BatchConnection, batchKind } from './batch.js'
import { visibleBatches } from './batch.policy.js'
import { BatchRow, BatchRowConnection } from './batch-row.js'
import { findRows } from './batch-rows.query.js'

@InputType({ description: 'An upload to come.' })
class UploadInput {
  @Field(() => String, { description: fileNameDescription })
  fileName!: string

  @Field(() => Boolean, { description: 'True when every learner in the file agreed to be reported (L33).' })
  learnerPermission!: boolean

  @Field(() => Boolean, { defaultValue: false, description: 'True to judge every row and record nothing.' })
  dryRun!: boolean

  @Field(() => Boolean, {
    defaultValue: false,
    description: 'True to look at uploadPreview first: nothing is read until startUpload, or tryUpload.',
  })
  review!: boolean
}

@ObjectType({ description: 'Where to send the bytes of an upload.' })
class UploadTicket {
  @Field(() => Batch, { description: 'The batch that the file will become.' })
  batch!: Batch

  @Field(() => String, { description: 'PUT the bytes to this address, once.' })
  address!: string
}

@ArgsType()
class RowListArgs extends PageArgs {
  @Field(() => RowOutcome, { nullable: true, description: 'Only rows that ended so.' })
  outcome?: RowOutcome | null

  @Field(() => Boolean, { nullable: true, description: 'True for only rows with errors or warnings.' })
  withIssues?: boolean | null

  @Field(() => Boolean, {
    nullable: true,
    description: 'True for only rows that were sent again and are recorded since, false for only the others.',
  })
  corrected?: boolean | null
}

@Resolver(() => Batch)
export class BatchResolver {
  @Query(() => BatchConnection, { description: 'The batches of your provider, the newest first.' })
  async batches(
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() { em, viewer }: CreditsContext,
  ): Promise<Connection<Batch>> {
    const rows = await em.find(
      Batch,
      { $and: [visibleBatches(viewer), { source: CompletionSource.FILE }, afterCursor(args.after)] },
      { orderBy: [{ createdAt: 'desc' }, { batchId: 'desc' }], limit: pageSize(args) + 1 },
    )
    return toConnection(
      rows,
      args,
      (batch) => [batch.createdAt.toISOString(), batch.batchId],
      (batch) => batch,
    )
  }

  @Query(() => Batch, { description: 'One batch. NOT_FOUND when there is none or it is not yours.' })
  batch(
    @Arg('batchId', () => ID, { description: 'Id of the batch.' }) batchId: string,
    @Ctx() { em, viewer }: CreditsContext,
  ): Promise<Batch> {
    return em.findOneOrFail(Batch, { $and: [{ batchId: uuid(batchId) }, visibleBatches(viewer)] })
  }

  @Mutation(() => UploadTicket, {
    description: 'Announces a file of learner credit and opens an address for its bytes.',
  })
  async createUpload(
    @Arg('input', () => UploadInput, { description: 'What will be sent.' }) input: UploadInput,
    @Ctx() context: CreditsContext,
  ): Promise<UploadTicket> {
    const { viewer, em, newId, now } = context
    const providerId = viewer.ownProviderId()
    if (!input.learnerPermission) throw permissionMissing()
    const batch = await announceUpload(batchKind, providerId, em, (transaction) =>
      transaction.create(Batch, {
        batchId: newId(),
        providerId,
        source: CompletionSource.FILE,
        fileName: cleanFileName(input.fileName, 'upload.xlsx'),
        state: BatchState.RECEIVING,
        dryRun: input.dryRun,
        review: input.review,
        submittedBy: viewer.signedIn().accountId,
        createdAt: now(),
      }),
    )
    return { batch, address: `/uploads/${batch.batchId}` }
  }

  @Mutation(() => Batch, { description: 'Takes a batch back before it is done. Rows that are recorded stay recorded.' })
  async cancelUpload(
    @Arg('batchId', () => ID, { description: 'Id of the batch.' }) batchId: string,
    @Ctx() { em, viewer, spool, now }: CreditsContext,
  ): Promise<Batch> {
    const check = (found: Batch) => viewer.must('cancel', found)
    return cancelUpload(batchKind, uuid(batchId), visibleBatches(viewer), check, { em, spool, now })
  }

  @FieldResolver(() => FileRefusalReason, {
    nullable: true,
    description: 'Why the file as a whole could not be taken, for REFUSED.',
  })
  refusal(@Root() batch: Batch): FileRefusalReason | null {
    return batch.refusal ?? null
  }

  @FieldResolver(() => Batch, { nullable: true, description: 'The earlier batch with the same bytes (B06).' })
  async duplicateOf(@Root() batch: Batch, @Ctx() { em, viewer }: CreditsContext): Promise<Batch | null> {
    return batch.duplicateOf
      ? em.findOne(Batch, { $and: [{ batchId: batch.duplicateOf }, visibleBatches(viewer)] })
      : null
  }

  @FieldResolver(() => String, {
    nullable: true,
    description:
      'Where to GET the result file once the batch is DONE, in the form of the upload; with `?rows=failed` only the rows to correct, with `?form=xlsx`, `csv`, `tab`, `json` or `xml` in another form.',
  })
  resultAddress(@Root() batch: Batch): string | null {
    return batch.state === BatchState.DONE ? `/uploads/${batch.batchId}/result` : null
  }

  @FieldResolver(() => BatchRowConnection, {
    description: 'Its rows in the order of the file, as far as they have their outcome.',
  })
  async rows(
    @Root() batch: Batch,
    @Args(() => RowListArgs) args: RowListArgs,
    @Ctx() { em }: CreditsContext,
  ): Promise<Connection<BatchRow>> {
    const afterRow = args.after ? fromCursor(args.after, ['NUMBER'])[0] : 0
    const { outcome, withIssues, corrected } = args
    const rows = await findRows(em, {
      batchId: batch.batchId,
      outcome,
      withIssues,
      corrected,
      afterRow,
      limit: pageSize(args) + 1,
    })
    return toConnection(
      rows,
      args,
      (row) => [row.rowNumber],
      (row) => row,
    )
  }
}

const idFields = ['completionId', '__typename']

@Resolver(() => BatchRow)
export class BatchRowResolver {
  @FieldResolver(() => Completion, {
    nullable: true,
    description: 'The record it made, or for DUPLICATE the one that was there; null when it is gone.',
  })
  async completion(
    @Root() { completionId, isFresh }: BatchRow,
    @Ctx() { completions }: CreditsContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Pick<Completion, 'completionId'> | null> {
    if (!completionId) return null
    return isFresh && asksOnlyFor(info, idFields) ? { completionId } : completions.load(completionId)
  }
}

export const permissionMissing = () =>
  badInput('Confirm that every learner agreed to be reported.', {
    hint: 'Ask the learners first; a report needs their permission.',
  })

function afterCursor(after: string | null | undefined) {
  if (!after) return {}
  const [createdAt, batchId] = fromCursor(after, ['INSTANT', 'UUID'])
  return {
    $or: [{ createdAt: { $lt: new Date(createdAt) } }, { createdAt: new Date(createdAt), batchId: { $lt: batchId } }],
  }
}
