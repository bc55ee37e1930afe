import { Arg, Ctx, Field, Mutation, ObjectType, Resolver } from 'type-graphql'
import { Batch } from '../batch/batch.js'
import { permissionMissing } from '../batch/batch.resolver.js'
import { BatchRow } from '../batch/batch-row.js'
import { toBatchRow } from '../batch/batch-rows.query.js'
import type { CreditsContext } from '../context.js'
import { CompletionInput } from './completion-input.js'
import { keptDays } from './idempotency.js'
import { maxEntries, only, type Submitted, submitCompletions, tryCompletions } from './submit-completions.js'

@ObjectType({ description: 'What became of an entry.' })
export class SubmissionResult {
  @Field(() => BatchRow, { description: 'The entry as a row, with its outcome.' })
  row!: BatchRow

  @Field(() => Batch, { nullable: true, description: 'The batch of one that it made; null when it was only tried.' })
  batch?: Batch | null
}

@ObjectType({ description: 'What became of several entries.' })
export class SubmissionsResult {
  @Field(() => [BatchRow], { description: 'Each entry as a row, with its outcome, in the order in which they came.' })
  rows!: BatchRow[]

  @Field(() => Batch, { nullable: true, description: 'The batch that they made; null when they were only tried.' })
  batch!: Batch | null
}

const keyDescription = `A name of your own for this request, at most 255 visible ASCII characters, for example a UUID. The same request under it again has the first answer and does nothing; another request under it is a CONFLICT. It is kept for ${keptDays} days (W06). A dry run takes no notice of it.`

@Resolver()
export class SubmissionResolver {
  @Mutation(() => SubmissionResult, {
    description: 'Reports one learner’s completion. The same entry again is DUPLICATE and adds nothing.',
  })
  async submitCompletion(
    @Arg('input', () => CompletionInput, { description: 'The completion.' }) input: CompletionInput,
    @Arg('dryRun', () => Boolean, { defaultValue: false, description: 'True to judge it and record nothing.' })
    dryRun: boolean,
    @Arg('idempotencyKey', () => String, { nullable: true, description: keyDescription }) key: string | null,
    @Ctx() context: CreditsContext,
  ): Promise<SubmissionResult> {
    if (!dryRun && !input.learnerPermission) throw permissionMissing()
    const submitted = dryRun ? await tryCompletions([input], context) : await submitCompletions([input], key, context)
    return { row: only(rowsOf(submitted)), batch: submitted.batch }
  }

  @Mutation(() => SubmissionsResult, {
    description: `Reports up to ${maxEntries} completions as one batch. Each entry stands or falls alone, and so does each of its parts; one whose learner did not agree is rejected with PERMISSION_MISSING (L33).`,
  })
  async submitCompletions(
    @Arg('inputs', () => [CompletionInput], { description: `1 to ${maxEntries} completions.` })
    inputs: CompletionInput[],
    @Arg('dryRun', () => Boolean, { defaultValue: false, description: 'True to judge them and record nothing.' })
    dryRun: boolean,
    @Arg('idempotencyKey', () => String, { nullable: true, description: keyDescription }) key: string | null,
    @Ctx() context: CreditsContext,
  ): Promise<SubmissionsResult> {
    const submitted = dryRun ? await tryCompletions(inputs, context) : await submitCompletions(inputs, key, context)
    return { rows: rowsOf(submitted), batch: submitted.batch }
  }
}

const rowsOf = ({ batch, rows, isFresh }: Submitted): BatchRow[] =>
  rows.map((row) => toBatchRow(batch?.batchId ?? 'try', { ...row, isTry: !batch, isFresh }))
