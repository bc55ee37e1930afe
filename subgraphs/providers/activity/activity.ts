import { Collection, PrimaryKeyProp, type Rel } from '@mikro-orm/core'
import { Entity, Enum, ManyToOne, OneToMany, PrimaryKey, Property } from '@mikro-orm/decorators/legacy'
import { Directive, Field, ID, Int, ObjectType, UseMiddleware } from 'type-graphql'
import { ActivitySource, ActivityStatus } from '../../reference/activity.js'
import { connectionOf } from '../../shared/graphql/connection.js'
import { Instant } from '../../shared/graphql/scalars.js'
import { ProviderOrganization } from '../organization/provider-organization.js'
import { ActivityFields } from './activity-fields.js'
import { MocRegistration } from './moc-registration.js'
import { ownOnly } from './own-only.js'

@Directive('@key(fields: "activityId")')
@ObjectType({ description: 'One educational activity of a provider, for which learners earn credit.' })
@Entity()
export class Activity extends ActivityFields {
  [PrimaryKeyProp]?: 'activityId'

  @Field(() => ID, { description: 'Nine digits, given by the system (rule A01).' })
  @PrimaryKey({ type: 'text' })
  activityId!: string

  @Field(() => ProviderOrganization, { description: 'The accredited provider that awards the credit.' })
  @ManyToOne(() => ProviderOrganization, { fieldName: 'provider_id', eager: true })
  provider!: Rel<ProviderOrganization>

  @Field(() => ActivityStatus, { description: 'The state of the record.' })
  @Enum({ items: () => ActivityStatus, type: 'text' })
  status!: ActivityStatus

  @Field(() => ActivitySource, { description: 'How the activity first reached us.' })
  @Enum({ items: () => ActivitySource, type: 'text' })
  source: ActivitySource = ActivitySource.FORM

  @Field(() => Int, {
    description: 'Counts the changes; send it back as `expectedVersion` to overwrite nothing unseen.',
  })
  @Property({ type: 'integer' })
  version = 1

  @UseMiddleware(ownOnly())
  @Field(() => String, { nullable: true, description: 'Who attested that the MIPS criteria are met.' })
  @Property({ type: 'text', nullable: true })
  mipsAttestedBy?: string | null

  @Field(() => Instant, { nullable: true, description: 'When the MIPS criteria were attested to.' })
  @Property({ type: 'timestamptz', nullable: true })
  mipsAttestedAt?: Date | null

  @Field(() => Instant, { description: 'When it was entered.' })
  @Property({ type: 'timestamptz' })
  createdAt: Date = new Date()

  @UseMiddleware(ownOnly())
  @Field(() => String, { nullable: true, description: 'Who entered it.' })
  @Property({ type: 'text', nullable: true })
  createdBy?: string | null

  @Field(() => Instant, { description: 'When it last changed.' })
  @Property({ type: 'timestamptz' })
  updatedAt: Date = new Date()

  @UseMiddleware(ownOnly())
  @Field(() => String, { nullable: true, description: 'Who changed it last.' })
  @Property({ type: 'text', nullable: true })
  updatedBy?: string | null

  @Field(() => Instant, { nullable: true, description: 'When it was closed; null while it is not.' })
  @Property({ type: 'timestamptz', nullable: true })
  closedAt?: Date | null

  @UseMiddleware(ownOnly())
  @Field(() => String, { nullable: true, description: 'Who closed it.' })
  @Property({ type: 'text', nullable: true })
  closedBy?: string | null

  @OneToMany(
    () => MocRegistration,
    (registration) => registration.activity,
  )
  mocRegistrations = new Collection<MocRegistration>(this)

  get isPublic(): boolean {
    return (
      Boolean(this.displayInPassport) &&
      (this.status === ActivityStatus.ACTIVE || this.status === ActivityStatus.CLOSED)
    )
  }
}

@ObjectType({ description: 'A page of a list of activities.' })
export class ActivityConnection extends connectionOf(Activity, 'Activity') {}
