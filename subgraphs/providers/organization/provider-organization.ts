import { PrimaryKeyProp } from '@mikro-orm/core'
import { Entity, Enum, PrimaryKey, Property } from '@mikro-orm/decorators/legacy'
import { Directive, Field, ID, ObjectType, registerEnumType } from 'type-graphql'

/** By whom a provider is accredited. */
export enum AccreditationType {
  ACCME = 'ACCME',
  STATE = 'STATE',
  JOINT = 'JOINT',
}

registerEnumType(AccreditationType, {
  name: 'AccreditationType',
  description: 'By whom a provider is accredited.',
  valuesConfig: {
    ACCME: { description: 'Directly by the ACCME.' },
    STATE: { description: 'By a recognized state medical society.' },
    JOINT: { description: 'Jointly, for the whole healthcare team.' },
  },
})

@Directive('@key(fields: "providerId")')
@ObjectType({ description: 'An organization accredited to provide continuing medical education.' })
@Entity()
export class ProviderOrganization {
  [PrimaryKeyProp]?: 'providerId'

  @Field(() => ID, { description: 'Seven digits, leading zeros kept (rule A02).' })
  @PrimaryKey({ type: 'text' })
  providerId!: string

  @Field(() => String, { description: 'The name as accredited.' })
  @Property({ type: 'text' })
  name!: string

  @Field(() => AccreditationType, { description: 'By whom it is accredited.' })
  @Enum({ items: () => AccreditationType, type: 'text' })
  accreditationType!: AccreditationType

  @Field(() => String, { nullable: true, description: 'The state medical society, for STATE.' })
  @Property({ type: 'text', nullable: true })
  recognizedAccreditor?: string | null
}
