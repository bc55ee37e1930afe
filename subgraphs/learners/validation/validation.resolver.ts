import { Arg, Ctx, Query, Resolver } from 'type-graphql'
import { centralDay } from '../../reference/central-day.js'
import { badInput } from '../../shared/errors.js'
import type { LearnersContext } from '../context.js'
import { cellsOf } from './cells-of.js'
import { validateLearners } from './validate-learners.js'
import { LearnerIdentificationInput, LearnerValidation } from './validation-types.js'

const maxLearners = 5_000

/** The learner validation tool: checks identification before any credit is sent. */
@Resolver()
export class ValidationResolver {
  @Query(() => LearnerValidation, {
    description: 'Whether credit reported with this identification would find its physician; for reporters.',
  })
  async validateLearner(
    @Arg('learner', () => LearnerIdentificationInput, { description: 'The identification.' })
    learner: LearnerIdentificationInput,
    @Ctx() context: LearnersContext,
  ): Promise<LearnerValidation> {
    const [validation] = await validate([learner], context)
    if (!validation) throw new Error('One learner has one answer.')
    return validation
  }

  @Query(() => [LearnerValidation], {
    description: `The same for up to ${maxLearners.toLocaleString('en')} learners, in their order. Ask for nothing beside it in the operation.`,
  })
  async validateLearners(
    @Arg('learners', () => [LearnerIdentificationInput], { description: 'The identifications.' })
    learners: LearnerIdentificationInput[],
    @Ctx() context: LearnersContext,
  ): Promise<LearnerValidation[]> {
    if (learners.length > maxLearners)
      throw badInput(`Ask about at most ${maxLearners.toLocaleString('en')} learners at once.`, {
        hint: 'Send the rest in another call, or upload a file.',
      })
    return validate(learners, context)
  }
}

const validate = (learners: readonly LearnerIdentificationInput[], { em, viewer, matching }: LearnersContext) =>
  validateLearners(learners.map(cellsOf), {
    em,
    matching,
    providerId: viewer.ownProviderId(),
    today: centralDay(new Date()),
  })
