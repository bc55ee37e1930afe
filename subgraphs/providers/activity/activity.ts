import { Collection, PrimaryKeyProp, type Rel } from '@mikro-orm/core'
import { Entity, Enum, ManyToOne, OneToMany, PrimaryKey, Property } from '@mikro-orm/decorators/legacy'
import { Directive, Field, ID, ObjectType } from 'type-graphql'
import {
  ActivityFormat,
  ActivityRegistration,
  ActivityStatus,
  DeliveryMethod,
  ParticipationFee,
  Providership,
} from '../../reference/activity.js'
import { connectionOf } from '../../shared/graphql/connection.js'
import { Amount, Day } from '../../shared/graphql/scalars.js'
import { ProviderOrganization } from '../organization/provider-organization.js'
import './activity-enums.js'
import { MocRegistration } from './moc-registration.js'

@ObjectType({ description: 'Where an activity takes place.' })
export class ActivityLocation {
  @Field(() => String, { description: 'City.' })
  city!: string

  @Field(() => String, { nullable: true, description: 'Two-letter state code, inside the USA.' })
  state?: string | null

  @Field(() => String, { nullable: true, description: 'Country, ISO 3166-1 alpha-3.' })
  country?: string | null
}

@Directive('@key(fields: "activityId")')
@ObjectType({ description: 'One educational activity of a provider, for which learners earn credit.' })
@Entity()
export class Activity {
  [PrimaryKeyProp]?: 'activityId'

  @Field(() => ID, { description: 'Nine digits, given by the system (rule A01).' })
  @PrimaryKey({ type: 'text' })
  activityId!: string

  @Field(() => ProviderOrganization, { description: 'The accredited provider that awards the credit.' })
  @ManyToOne(() => ProviderOrganization, { fieldName: 'provider_id', eager: true })
  provider!: Rel<ProviderOrganization>

  @Field(() => String, {
    nullable: true,
    description: 'The provider’s own id of the activity, unique per provider (A03).',
  })
  @Property({ type: 'text', nullable: true })
  providerActivityId?: string | null

  @Field(() => String, { description: 'Shown to learners; 1 to 250 characters (A07).' })
  @Property({ type: 'text' })
  title!: string

  @Field(() => String, { nullable: true, description: 'Shown to learners; at most 2,500 characters (A08).' })
  @Property({ type: 'text', nullable: true })
  description?: string | null

  @Field(() => String, { nullable: true, description: 'Where learners take part or read more.' })
  @Property({ type: 'text', nullable: true })
  url?: string | null

  @Field(() => ActivityFormat, { nullable: true, description: 'The format; null only for a draft.' })
  @Enum({ items: () => ActivityFormat, type: 'text', nullable: true })
  activityFormat?: ActivityFormat | null

  @Field(() => [DeliveryMethod], { description: 'How it reaches its learners.' })
  @Property({ type: 'text[]' })
  deliveryMethods: DeliveryMethod[] = []

  @Field(() => Day, { nullable: true, description: 'First day; null only for a draft.' })
  @Property({ type: 'date', nullable: true })
  startsOn?: string | null

  @Field(() => Day, { nullable: true, description: 'Last day; null only for a draft.' })
  @Property({ type: 'date', nullable: true })
  endsOn?: string | null

  @Property({ type: 'text', nullable: true })
  city?: string | null

  @Property({ type: 'text', nullable: true })
  state?: string | null

  @Property({ type: 'text', nullable: true })
  country?: string | null

  @Field(() => Providership, { nullable: true, description: 'With whom it is provided; null only for a draft.' })
  @Enum({ items: () => Providership, type: 'text', nullable: true })
  providership?: Providership | null

  @Field(() => [String], { description: 'Names of the partners that are not accredited, for JOINT.' })
  @Property({ type: 'text[]' })
  jointProviders: string[] = []

  @Field(() => Amount, {
    name: 'credits',
    nullable: true,
    description: 'AMA PRA Category 1 Credits designated: the most one learner can earn; null only for a draft.',
  })
  @Property({ type: 'integer', nullable: true })
  creditQuarters?: number | null

  @Field(() => Boolean, { description: 'True when physicians find it in Passport.' })
  @Property({ type: 'boolean' })
  displayInPassport = false

  @Field(() => ParticipationFee, { nullable: true, description: 'Whether learners pay.' })
  @Enum({ items: () => ParticipationFee, type: 'text', nullable: true })
  fee?: ParticipationFee | null

  @Field(() => ActivityRegistration, { nullable: true, description: 'Who may register.' })
  @Enum({ items: () => ActivityRegistration, type: 'text', nullable: true })
  registration?: ActivityRegistration | null

  @Field(() => ActivityStatus, { description: 'The state of the record.' })
  @Enum({ items: () => ActivityStatus, type: 'text' })
  status!: ActivityStatus

  @OneToMany(
    () => MocRegistration,
    (registration) => registration.activity,
  )
  mocRegistrations = new Collection<MocRegistration>(this)

  @Property({ type: 'timestamptz' })
  createdAt: Date = new Date()

  @Property({ type: 'timestamptz', onUpdate: () => new Date() })
  updatedAt: Date = new Date()

  get isPublic(): boolean {
    return this.displayInPassport && (this.status === ActivityStatus.ACTIVE || this.status === ActivityStatus.CLOSED)
  }
}

@ObjectType({ description: 'A page of a list of activities.' })
export class ActivityConnection extends connectionOf(Activity, 'Activity') {}
