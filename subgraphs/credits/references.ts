import { Directive, Field, ID, ObjectType } from 'type-graphql'

@Directive('@key(fields: "activityId", resolvable: false)')
@ObjectType('Activity', { description: 'One educational activity of a provider, for which learners earn credit.' })
export class ActivityReference {
  @Field(() => ID, { description: 'Nine digits, given by the system (rule A01).' })
  activityId!: string
}

@Directive('@key(fields: "providerId", resolvable: false)')
@ObjectType('ProviderOrganization', {
  description: 'An organization accredited to provide continuing medical education.',
})
export class ProviderReference {
  @Field(() => ID, { description: 'Seven digits, leading zeros kept (rule A02).' })
  providerId!: string
}
