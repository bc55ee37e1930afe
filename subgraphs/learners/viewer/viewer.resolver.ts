import { Ctx, Field, FieldResolver, ID, ObjectType, Query, Resolver, Root } from 'type-graphql'
import type { ViewerClaims, ViewerRole } from '../../reference/viewer.js'
import type { LearnersContext } from '../context.js'
import { Learner } from '../learner/learner.js'
import { BoardReference, ProviderReference, ViewerRoles } from './viewer-types.js'

@ObjectType('Viewer', { description: 'You: the account on whose behalf the request runs.' })
export class ViewerType {
  @Field(() => ID, { description: 'Id of the account.' })
  accountId!: string

  @Field(() => String, { description: 'The name on the account.' })
  displayName!: string

  @Field(() => ViewerRoles, { description: 'What you do on the platform.' })
  role!: ViewerRole

  providerId?: string
  boardCode?: string
  learnerId?: string
}

@Resolver(() => ViewerType)
export class ViewerResolver {
  @Query(() => ViewerType, { nullable: true, description: 'You, or null when nobody is signed in.' })
  viewer(@Ctx() { viewer }: LearnersContext): ViewerClaims | null {
    return viewer.claims ?? null
  }

  @FieldResolver(() => ProviderReference, { nullable: true, description: 'The provider you report for.' })
  provider(@Root() { providerId }: ViewerType): ProviderReference | null {
    return providerId ? { providerId } : null
  }

  @FieldResolver(() => BoardReference, { nullable: true, description: 'The board you sit on.' })
  board(@Root() { boardCode }: ViewerType): BoardReference | null {
    return boardCode ? { code: boardCode } : null
  }

  @FieldResolver(() => Learner, { nullable: true, description: 'The physician you are.' })
  async learner(@Root() { learnerId }: ViewerType, @Ctx() { learners }: LearnersContext): Promise<Learner | null> {
    return learnerId ? learners.load(learnerId) : null
  }
}
