import { ArgsType, Field, Int, ObjectType } from 'type-graphql'
import { connectionOf, PageArgs } from '../../../shared/graphql/connection.js'
import { Activity } from '../activity.js'
import { ActivityFilter } from './activity-filter.js'
import { SearchFacet } from './facets.js'
import { SearchSort } from './place.js'
import { maxTextLength } from './search-text.js'

@ArgsType()
export class SearchArgs extends PageArgs {
  @Field(() => String, {
    nullable: true,
    description:
      `Words, "a phrase", -not, or; the last word may be the beginning of one. The first ${maxTextLength} ` +
      'characters count. Without hits the spelling is corrected.',
  })
  text?: string | null

  @Field(() => ActivityFilter, { nullable: true, description: 'What they have to be; omit for all.' })
  filter?: ActivityFilter | null

  @Field(() => SearchSort, { defaultValue: SearchSort.RELEVANCE, description: 'In which order they come.' })
  sort!: SearchSort
}

@ObjectType({ description: 'A piece of a text: concatenated, the pieces are the text. Plain text, never markup.' })
export class TextPiece {
  @Field(() => String, { description: 'The characters.' })
  text!: string

  @Field(() => Boolean, { description: 'True when this is what was looked for.' })
  isMatch!: boolean
}

@ObjectType({ description: 'An activity that was found.' })
export class ActivityHit {
  @Field(() => Activity, { description: 'The activity.' })
  activity!: Activity

  @Field(() => [TextPiece], { description: 'Its title, with what was looked for marked.' })
  title!: TextPiece[]

  @Field(() => [TextPiece], { description: 'The part of its description that says most about what was looked for.' })
  snippet!: TextPiece[]
}

@ObjectType({ description: 'How many found activities have one value.' })
export class FacetValue {
  @Field(() => String, { description: 'The value, as the filter takes it.' })
  value!: string

  @Field(() => String, { description: 'The value, as people read it.' })
  label!: string

  @Field(() => Int, { description: 'How many would be found with this value and all filters of other facets.' })
  count!: number

  @Field(() => Boolean, { description: 'True when it is filtered by.' })
  isSelected!: boolean
}

@ObjectType({ description: 'Found activities, counted by one thing.' })
export class FacetCounts {
  @Field(() => SearchFacet, { description: 'What they are counted by.' })
  facet!: SearchFacet

  @Field(() => [FacetValue], {
    description: 'The most frequent values that some have, and those filtered by; the most frequent first.',
  })
  values!: FacetValue[]

  @Field(() => Int, { description: 'How many values some have, of which `values` shows the first.' })
  valueCount!: number
}

@ObjectType({ description: 'A page of the activities that were found, and how many there are.' })
export class ActivitySearch extends connectionOf(ActivityHit, 'ActivityHit') {
  @Field(() => Int, { description: 'How many were found; exact.' })
  totalCount!: number

  @Field(() => [FacetCounts], { description: 'What was found, counted; each facet as if it were not filtered by.' })
  facets!: FacetCounts[]

  @Field(() => String, { nullable: true, description: 'The spelling that was looked for instead of what was given.' })
  correctedText!: string | null
}

@ObjectType({ description: 'What somebody may be about to type.' })
export class SearchSuggestions {
  @Field(() => [String], { description: 'Titles, the best first, at most 6.' })
  titles!: string[]

  @Field(() => [FacetValue], { description: 'Providers with how many activities they have, at most 4.' })
  providers!: FacetValue[]
}
