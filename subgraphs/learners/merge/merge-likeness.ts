import { Field, Float, ObjectType } from 'type-graphql'
import { ComparedFields, MatchVeto } from '../matching/decision/match-record.js'
import { vetoOf } from '../matching/decision/veto-words.js'
import type { Likeness } from '../matching/engine/duplicates.js'
import type { ComparedField } from '../matching/engine/types.js'

@ObjectType({ description: 'How a field of two learners goes together.' })
export class LikenessEvidence {
  @Field(() => ComparedFields, { description: 'The field.' })
  field!: ComparedField

  @Field(() => String, { description: 'How well it agrees, for example EXACT or ONE_EDIT.' })
  level!: string

  @Field(() => Float, { description: 'Bits for one person, negative ones for two.' })
  bits!: number
}

@ObjectType({ description: 'How likely two learners are one person, by everything that is on file of both.' })
export class MergeLikeness {
  @Field(() => Float, { description: 'How likely they are one, 0 to 1, as matching reckons it now.' })
  probability!: number

  @Field(() => [LikenessEvidence], { description: 'Every field that both have, in the order of the waterfall.' })
  fields!: LikenessEvidence[]

  @Field(() => [MatchVeto], { description: 'Rules that forbid to suggest them as one.' })
  vetoes!: MatchVeto[]
}

/** A comparison in the words of the graph. */
export const likenessOf = ({ probability, evidence, vetoes }: Likeness): MergeLikeness => ({
  probability,
  fields: evidence,
  vetoes: vetoes.map(vetoOf),
})
