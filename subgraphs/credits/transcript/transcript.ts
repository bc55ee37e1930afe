import { Directive, Field, ID, Int, ObjectType } from 'type-graphql'
import { connectionOf } from '../../shared/graphql/connection.js'
import { Amount, Day, Instant } from '../../shared/graphql/scalars.js'
import { BoardPoints } from '../completion/credit-summary.js'

@ObjectType({ description: 'What a transcript adds up to. MOC points are never part of the CME credits (P03).' })
export class TranscriptTotals {
  @Field(() => Amount, { description: 'AMA PRA Category 1 Credits.' })
  credits!: number

  @Field(() => [BoardPoints], { description: 'Accepted MOC points by certifying board; none is pending here.' })
  pointsByBoard!: BoardPoints[]
}

@Directive('@key(fields: "transcriptId")')
@ObjectType({
  description: 'An official transcript of accepted credit, as it was on the day of its publication. It never changes.',
})
export class Transcript {
  @Field(() => ID, { description: 'Opaque id.' })
  transcriptId!: string

  @Field(() => Day, { description: 'First day of the period.' })
  from!: string

  @Field(() => Day, { description: 'Last day of the period.' })
  to!: string

  @Field(() => Instant, { description: 'When it was published.' })
  publishedAt!: Date

  @Field(() => String, { description: 'Printed on it; with this code anybody can check that it is genuine (P08).' })
  verificationCode!: string

  @Field(() => String, { description: 'SHA-256, in hex, of its data as canonical JSON (RFC 8785).' })
  hash!: string

  @Field(() => Int, { description: 'Completions on it.' })
  entryCount!: number

  @Field(() => TranscriptTotals, { description: 'What it adds up to.' })
  totals!: TranscriptTotals
}

@ObjectType({ description: 'A page of a list of transcripts.' })
export class TranscriptConnection extends connectionOf(Transcript, 'Transcript') {}
