import { Arg, Ctx, Field, FieldResolver, ID, Int, Mutation, ObjectType, Query, Resolver, Root } from 'type-graphql'
import { uuid } from '../../shared/graphql/id.js'
import { Issue } from '../../shared/upload/issue.js'
import { RowOutcome } from '../../shared/upload/upload-enums.js'
import { Completion } from '../completion/completion.js'
import type { CreditsContext } from '../context.js'
import { CompletionInput } from '../submission/completion-input.js'
import { type Corrected, correctCompletion } from './correct-completion.js'
import { readRecord } from './read-record.js'
import { restoreCompletion } from './restore-completion.js'
import { SubmittedRecord, toSubmittedRecord } from './submitted-record.js'
import { voidCompletion } from './void-completion.js'

@ObjectType({ description: 'What became of a correction.' })
export class CorrectionResult {
  @Field(() => RowOutcome, {
    description:
      'ACCEPTED where it made a new version, DUPLICATE where the record says so already, REJECTED where nothing of it stands.',
  })
  outcome!: RowOutcome

  @Field(() => [Issue], { description: 'What is wrong with it, or worth knowing; errors first.' })
  issues!: Issue[]

  @Field(() => SubmittedRecord, { description: 'The record as it stands now.' })
  record!: SubmittedRecord
}

const refusals =
  'NOT_FOUND when the record is not yours; CONFLICT, with what was changed, when it has moved on since that version.'

/** What a provider sees of its records and does to them. */
@Resolver(() => SubmittedRecord)
export class CorrectionResolver {
  @Query(() => SubmittedRecord, {
    description: 'One record of your provider with its history. NOT_FOUND when there is none or it is not yours (W05).',
  })
  submittedRecord(
    @Arg('completionId', () => ID, { description: 'Id of the record.' }) completionId: string,
    @Ctx() context: CreditsContext,
  ): Promise<SubmittedRecord> {
    return recordOf(completionId, context)
  }

  @FieldResolver(() => Completion, { nullable: true, description: 'What stands of it; null while it is taken back.' })
  completion(
    @Root() { completionId }: SubmittedRecord,
    @Ctx() { completions }: CreditsContext,
  ): Promise<Completion | null> {
    return completions.load(completionId)
  }

  @Mutation(() => CorrectionResult, {
    description: `Corrects a record by a new version that says all of it anew. It is judged as if it were reported; parts stand or fall alone, and one that does not stand stays as it was. What says the same keeps the board’s decision; points that changed, or that the board refused, go to the board again. ${refusals}`,
  })
  async correctCompletion(
    @Arg('completionId', () => ID, { description: 'Id of the record.' }) completionId: string,
    @Arg('version', () => Int, {
      description: 'The version you saw. The same correction of it again has the same answer.',
    })
    version: number,
    @Arg('input', () => CompletionInput, { description: 'The whole record as it should be.' }) input: CompletionInput,
    @Arg('dryRun', () => Boolean, { defaultValue: false, description: 'True to judge it and change nothing.' })
    dryRun: boolean,
    @Ctx() context: CreditsContext,
  ): Promise<CorrectionResult> {
    return resultOf(completionId, await correctCompletion({ completionId, version, input, dryRun }, context), context)
  }

  @Mutation(() => SubmittedRecord, {
    description:
      'Takes a record back, with all its parts (L38, L39). Whoever is told that credit was accepted is told that it is gone. Again, it changes nothing. NOT_FOUND when it is not yours.',
  })
  async voidCompletion(
    @Arg('completionId', () => ID, { description: 'Id of the record.' }) completionId: string,
    @Arg('reason', () => String, { description: 'Why; it stays with the record. At most 500 characters.' })
    reason: string,
    @Ctx() context: CreditsContext,
  ): Promise<SubmittedRecord> {
    await voidCompletion(completionId, reason, context)
    return recordOf(completionId, context)
  }

  @Mutation(() => CorrectionResult, {
    description: `Puts an earlier version back as a new one: undoes a correction, or that the record was taken back. All of it is judged as today, and comes back with what its board had decided, or none. ${refusals}`,
  })
  async restoreCompletion(
    @Arg('completionId', () => ID, { description: 'Id of the record.' }) completionId: string,
    @Arg('version', () => Int, { description: 'The version you saw. The same again has the same answer.' })
    version: number,
    @Arg('to', () => Int, { description: 'The version to put back.' }) to: number,
    @Ctx() context: CreditsContext,
  ): Promise<CorrectionResult> {
    return resultOf(completionId, await restoreCompletion({ completionId, version, to }, context), context)
  }
}

const recordOf = async (completionId: string, { em, viewer }: CreditsContext) =>
  toSubmittedRecord(await readRecord(em, viewer.ownProviderId(), uuid(completionId)))

const resultOf = async (completionId: string, { outcome, issues }: Corrected, context: CreditsContext) => ({
  outcome,
  issues,
  record: await recordOf(completionId, context),
})
