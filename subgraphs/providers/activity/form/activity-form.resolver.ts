import { Arg, Ctx, Query, Resolver } from 'type-graphql'
import { forbidden } from '../../../shared/errors.js'
import type { ProvidersContext } from '../../context.js'
import { AccreditationType } from '../../organization/provider-organization.js'
import { ActivityForm } from './activity-form.js'
import { makeForm } from './make-form.js'

/** What the portal draws its form from. */
@Resolver()
export class ActivityFormResolver {
  @Query(() => ActivityForm, {
    description:
      'The form of an activity: which questions are asked when, what is needed for which status, and what there is to choose. For your own provider, unless another kind is asked for.',
  })
  async activityForm(
    @Arg('accreditationType', () => AccreditationType, { nullable: true, description: 'A kind of provider.' })
    accreditationType: AccreditationType | null,
    @Ctx() { viewer, organizations }: ProvidersContext,
  ): Promise<ActivityForm> {
    const { role } = viewer.signedIn()
    if (accreditationType) return makeForm(accreditationType)
    if (role !== 'PROVIDER_REPORTER') throw forbidden('Say for which kind of provider the form is to be.')
    const organization = await organizations.load(viewer.ownProviderId())
    return makeForm(organization?.accreditationType ?? AccreditationType.ACCME)
  }
}
