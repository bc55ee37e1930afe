import { PrimaryKeyProp, type Rel } from '@mikro-orm/core'
import { Entity, Enum, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy'
import { Field, ObjectType, registerEnumType } from 'type-graphql'
import { BoardReference } from '../viewer/viewer-types.js'
import { Learner } from './learner.js'

/** Whether a certification is current. */
export enum DiplomateStatus {
  ACTIVE = 'ACTIVE',
  INACTIVE = 'INACTIVE',
}

registerEnumType(DiplomateStatus, {
  name: 'DiplomateStatus',
  description: 'Whether a certification is current.',
  valuesConfig: {
    ACTIVE: { description: 'Current.' },
    INACTIVE: { description: 'Lapsed or given up.' },
  },
})

@ObjectType({ description: 'A certification by one board, as the board reported it.' })
@Entity()
export class DiplomateRecord {
  [PrimaryKeyProp]?: ['boardCode', 'boardId']

  @PrimaryKey({ type: 'text' })
  boardCode!: string

  @Field(() => BoardReference, { description: 'The certifying board.' })
  get board(): BoardReference {
    return { code: this.boardCode }
  }

  @Field(() => String, { description: 'The diplomate’s id at the board.' })
  @PrimaryKey({ type: 'text' })
  boardId!: string

  @Property({ type: 'text' })
  boardIdKey!: string

  @ManyToOne(() => Learner, { fieldName: 'learner_id' })
  learner!: Rel<Learner>

  @Field(() => DiplomateStatus, { description: 'Whether it is current.' })
  @Enum({ items: () => DiplomateStatus, type: 'text' })
  status!: DiplomateStatus
}
