import { Arg, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql'
import { uuid } from '../../../shared/graphql/id.js'
import type { LearnersContext } from '../../context.js'
import { Learner } from '../../learner/learner.js'
import { explain } from './explain.js'
import { MatchCandidate, MatchRecord } from './match-record.js'
import { readOnFile } from './on-file.js'
import { readDecision } from './read-decision.js'

/** Decisions of matching and what they rest on, for operators alone. */
@Resolver(() => MatchCandidate)
export class MatchRecordResolver {
  @Query(() => MatchRecord, {
    description:
      'A decision of matching with what it rests on (I14). For operators; NOT_FOUND where there is none, or none any more.',
  })
  async matchDecision(
    @Arg('decisionId', () => ID, { description: 'Id of the decision.' }) decisionId: string,
    @Ctx() { em, viewer }: LearnersContext,
  ): Promise<MatchRecord> {
    viewer.operator()
    const kept = await readDecision(em, uuid(decisionId))
    const people = await readOnFile(
      em,
      kept.candidates.map(({ personId }) => personId),
    )
    return explain(kept, people, null)
  }

  @FieldResolver(() => Learner, { nullable: true, description: 'The physician, or the one he or she was merged into.' })
  learner(@Root() { learnerId }: MatchCandidate, @Ctx() { learners }: LearnersContext): Promise<Learner | null> {
    return learners.load(learnerId)
  }
}
