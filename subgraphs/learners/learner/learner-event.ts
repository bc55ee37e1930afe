import { Directive, Field, ID, ObjectType, registerEnumType } from 'type-graphql'
import { appendEventsOf } from '../../shared/outbox/outbox.js'
import { SurvivorFact } from '../merge/survivor-fact.js'
import { ReviewedRow } from '../review/reviewed-row.js'
import { LicenseFact } from './license-fact.js'

/** What others hear of through the outbox; the name is the type of the event there, and the learner its aggregate. */
export enum LearnerEventType {
  LEARNER_CHANGED = 'LEARNER_CHANGED',
  LEARNERS_MERGED = 'LEARNERS_MERGED',
  LEARNERS_UNMERGED = 'LEARNERS_UNMERGED',
  REVIEW_DECIDED = 'REVIEW_DECIDED',
  REVIEW_REOPENED = 'REVIEW_REOPENED',
}

registerEnumType(LearnerEventType, {
  name: 'LearnerEventType',
  description: 'What happened in the learners subgraph.',
  valuesConfig: {
    LEARNER_CHANGED: {
      description: 'A learner is new, or something about the name, birthday, licenses or certifications has changed.',
    },
    LEARNERS_MERGED: { description: 'Two learners were found to be one person.' },
    LEARNERS_UNMERGED: { description: 'A merge was taken back.' },
    REVIEW_DECIDED: { description: 'People have decided whom rows of a provider mean.' },
    REVIEW_REOPENED: { description: 'Such a decision was taken back before it held.' },
  },
})

@Directive('@inaccessible')
@ObjectType({ description: 'Something that happened in the learners subgraph.' })
export class LearnerEvent {
  @Field(() => ID, { description: 'Opaque id; the same event told twice has the same.' })
  eventId!: string

  @Field(() => LearnerEventType, { description: 'What happened.' })
  type!: LearnerEventType

  @Field(() => ID, {
    nullable: true,
    description: 'To whom; of two who were merged, the one that leads to the other since. Null for reviews.',
  })
  learnerId!: string | null

  @Field(() => [LicenseFact], { description: 'All licenses of the learner since then, for LEARNER_CHANGED.' })
  licenses!: LicenseFact[]

  @Field(() => [SurvivorFact], { description: 'All learners who lead to somebody else since then, for merges.' })
  survivors!: SurvivorFact[]

  @Field(() => [ReviewedRow], { description: 'The rows it is about, for reviews.' })
  rows!: ReviewedRow[]
}

@Directive('@inaccessible')
@ObjectType({ description: 'A page of events, in the order in which they became true.' })
export class LearnerEventPage {
  @Field(() => [LearnerEvent], { description: 'The events; none when nothing is new.' })
  events!: LearnerEvent[]

  @Field(() => String, {
    nullable: true,
    description: 'Pass it as `after` for what comes next; null when nothing has happened yet.',
  })
  endCursor!: string | null
}

/**
 * The statement that tells of the learners whose ids a query answers: one event each with all licenses as they are now,
 * whatever it was that changed. It runs in the transaction that changes them.
 */
export const tellChangedOf = (idsQuery: string): string =>
  appendEventsOf(`
    select 'learner' as "aggregateType", changed.learner_id::text as "aggregateId",
      '${LearnerEventType.LEARNER_CHANGED}' as type,
      jsonb_build_object('licenses', coalesce(licenses.facts, '[]'::jsonb)) as payload
    from (${idsQuery}) as changed (learner_id)
    left join lateral (
      select jsonb_agg(jsonb_build_object('learnerId', license.learner_id, 'licenseId', license_id, 'boardCode', board_code,
        'state', state, 'status', status, 'effectiveFrom', effective_from, 'effectiveTo', effective_to)) as facts
      from license_record license where license.learner_id = changed.learner_id
    ) licenses on true`)

/** The same for learners with their ids as `$1`. */
export const tellChangedSql = tellChangedOf('select unnest($1::uuid[])')
