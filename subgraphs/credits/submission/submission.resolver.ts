import { Arg, Ctx, Field, Mutation, ObjectType, Resolver } from 'type-graphql'
import { Batch } from '../batch/batch.js'
import { permissionMissing } from '../batch/batch.resolver.js'
import { BatchRow } from '../batch/batch-row.js'
import { toBatchRow } from '../batch/batch-rows.query.js'
import { CompletionSource } from '../completion/completion.js'
import type { CreditsContext } from '../context.js'
import { CompletionInput } from './completion-input.js'
import { submitCompletion, tryCompletion } from './submit-completion.js'

@ObjectType({ description: 'What became of an entry.' })
export class SubmissionResult {
  @Field(() => BatchRow, { description: 'The entry as a row, with its outcome.' })
  row!: BatchRow

  @Field(() => Batch, { nullable: true, description: 'The batch of one that it made; null when it was only tried.' })
  batch?: Batch | null
}

@Resolver()
export class SubmissionResolver {
  @Mutation(() => SubmissionResult, {
    description: 'Reports one learner’s completion. The same entry again is DUPLICATE and adds nothing.',
  })
  async submitCompletion(
    @Arg('input', () => CompletionInput, { description: 'The completion.' }) input: CompletionInput,
    @Arg('dryRun', () => Boolean, { defaultValue: false, description: 'True to judge it and record nothing.' })
    dryRun: boolean,
    @Ctx() context: CreditsContext,
  ): Promise<SubmissionResult> {
    if (dryRun)
      return {
        row: toBatchRow('try', { ...(await tryCompletion(input, context)), completionId: null, isTry: true }),
        batch: null,
      }
    if (!input.learnerPermission) throw permissionMissing()
    const source = context.viewer.signedIn().byToken ? CompletionSource.API : CompletionSource.FORM
    const { batch, verdict } = await submitCompletion(input, source, context)
    return { row: toBatchRow(batch.batchId, verdict), batch }
  }
}
