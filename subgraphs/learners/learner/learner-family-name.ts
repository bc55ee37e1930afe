import { PrimaryKeyProp, type Rel } from '@mikro-orm/core'
import { Entity, Enum, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy'
import { Learner } from './learner.js'

export const familyNameKinds = ['CURRENT', 'PART', 'FORMER'] as const
export type FamilyNameKind = (typeof familyNameKinds)[number]

/** A family name that a learner answers to: the current one, half of a double one, or a former one. Matching looks here first. */
@Entity()
export class LearnerFamilyName {
  [PrimaryKeyProp]?: ['familyKey', 'birthMonth', 'birthDay', 'learner', 'kind']

  @PrimaryKey({ type: 'text' })
  familyKey!: string

  @PrimaryKey({ type: 'smallint' })
  birthMonth!: number

  @PrimaryKey({ type: 'smallint' })
  birthDay!: number

  @ManyToOne(() => Learner, { fieldName: 'learner_id', primary: true })
  learner!: Rel<Learner>

  @Enum({ items: () => familyNameKinds, type: 'text', primary: true })
  kind!: FamilyNameKind

  @Property({ type: 'text' })
  name!: string
}
