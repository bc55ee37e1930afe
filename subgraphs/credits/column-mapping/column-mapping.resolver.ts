import { Arg, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql'
import { conflict, notFound } from '../../shared/errors.js'
import { uuid } from '../../shared/graphql/id.js'
import { BatchState } from '../../shared/upload/upload-enums.js'
import { Batch } from '../batch/batch.js'
import { visibleBatches } from '../batch/batch.policy.js'
import type { CreditsContext } from '../context.js'
import { ColumnMappingInput, readSaid } from './mapping-input.js'
import { learnerColumns, previewUpload, toFileColumnMapping } from './preview-upload.js'
import { forgetRemembered, listRemembered } from './remembered-mappings.js'
import { startUpload, tryUpload } from './start-upload.js'
import { FileColumnMapping, LearnerColumn, UploadPreview } from './upload-preview.js'

const batchIdArg = { description: 'Id of the batch.' }
const mappingArg = {
  nullable: true,
  description: 'What you say of the file; left out, it is as remembered or recognized.',
}
const nothingSaid: ColumnMappingInput = { columns: [], everyRow: [] }

@Resolver(() => Batch)
export class ColumnMappingResolver {
  @Query(() => [LearnerColumn], { description: 'The columns that a file of learner credit may have.' })
  learnerColumns(): LearnerColumn[] {
    return [...learnerColumns]
  }

  @Query(() => UploadPreview, {
    description:
      'What a file of learner credit looks like that was sent and is not begun with: what its columns are taken for, how sure that is, and what is missing. CONFLICT when there are no bytes to look at.',
  })
  async uploadPreview(
    @Arg('batchId', () => ID, batchIdArg) batchId: string,
    @Arg('mapping', () => ColumnMappingInput, mappingArg) mapping: ColumnMappingInput | null,
    @Ctx() { em, viewer, spool }: CreditsContext,
  ): Promise<UploadPreview> {
    const batch = await em.findOneOrFail(Batch, { $and: [{ batchId: uuid(batchId) }, visibleBatches(viewer)] })
    viewer.must('preview', batch)
    if (!batch.needsConfirmation)
      throw conflict('There is nothing to look at.', { hint: 'Announce the file with review, and send it.' })
    return previewUpload(em, batch, spool.pathOf(batch.batchId), readSaid(mapping ?? nothingSaid))
  }

  @Query(() => [FileColumnMapping], {
    description: 'What is remembered of files of your provider by their headers, the newest first; at most 200.',
  })
  async columnMappings(@Ctx() { em, viewer }: CreditsContext): Promise<FileColumnMapping[]> {
    return (await listRemembered(em, viewer.ownProviderId())).map(toFileColumnMapping)
  }

  @Mutation(() => Batch, {
    description:
      'Begins with a file that waits for it, and remembers what its columns are for files with the same headers. BAD_USER_INPUT where a column is missing or the order of dates has to be said, CONFLICT where it does not wait.',
  })
  startUpload(
    @Arg('batchId', () => ID, batchIdArg) batchId: string,
    @Arg('mapping', () => ColumnMappingInput, mappingArg) mapping: ColumnMappingInput | null,
    @Ctx() context: CreditsContext,
  ): Promise<Batch> {
    return startUpload(batchId, readSaid(mapping ?? nothingSaid), context)
  }

  @Mutation(() => Batch, {
    description:
      'Checks a file that waits without recording anything, as a batch of its own that is only tried; the file still waits afterwards. At most 20 times a file; CONFLICT while it is being checked.',
  })
  tryUpload(
    @Arg('batchId', () => ID, batchIdArg) batchId: string,
    @Arg('mapping', () => ColumnMappingInput, mappingArg) mapping: ColumnMappingInput | null,
    @Ctx() context: CreditsContext,
  ): Promise<Batch> {
    return tryUpload(batchId, readSaid(mapping ?? nothingSaid), context)
  }

  @Mutation(() => Boolean, {
    description: 'Forgets what is remembered of one kind of file. NOT_FOUND when there is none or it is not yours.',
  })
  async forgetColumnMapping(
    @Arg('mappingId', () => ID, { description: 'Id of what is remembered.' }) mappingId: string,
    @Ctx() { em, viewer }: CreditsContext,
  ): Promise<boolean> {
    const forgotten = await forgetRemembered(em, viewer.ownProviderId(), uuid(mappingId))
    if (!forgotten) throw notFound('Nothing is remembered under this id, or it is not yours.')
    return true
  }

  @FieldResolver(() => Batch, {
    nullable: true,
    description: 'For a batch that only tries a file: that file, as long as it still waits to be started.',
  })
  async trialOf(@Root() { trialOf }: Batch, @Ctx() { em, viewer }: CreditsContext): Promise<Batch | null> {
    if (!trialOf) return null
    const upload = await em.findOne(Batch, { $and: [{ batchId: trialOf }, visibleBatches(viewer)] })
    return upload?.state === BatchState.STORED && upload.needsConfirmation ? upload : null
  }
}
