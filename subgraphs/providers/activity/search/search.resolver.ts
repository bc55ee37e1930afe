import { Arg, Args, Ctx, Query, Resolver } from 'type-graphql'
import type { ProvidersContext } from '../../context.js'
import { searchActivities } from './search-activities.js'
import { maxTextLength } from './search-text.js'
import { ActivitySearch, SearchArgs, SearchSuggestions } from './search-types.js'
import { suggestActivities } from './suggest-activities.js'

/** The search of activities, for everybody, signed in or not. */
@Resolver()
export class SearchResolver {
  @Query(() => ActivitySearch, {
    description:
      'Finds activities that are active, displayed and not over today in US Central time (P09), for everybody. ' +
      'A cursor stays good while activities come and go, and can be saved.',
  })
  searchActivities(
    @Args(() => SearchArgs) args: SearchArgs,
    @Ctx() { em, search, now }: ProvidersContext,
  ): Promise<ActivitySearch> {
    return searchActivities(args, { em, index: search, now: now() })
  }

  @Query(() => SearchSuggestions, { description: 'Titles and providers for what somebody has typed so far (P09).' })
  suggestActivities(
    @Arg('text', () => String, { description: `What is typed; the first ${maxTextLength} characters count.` })
    text: string,
    @Ctx() { em, search, now }: ProvidersContext,
  ): Promise<SearchSuggestions> {
    return suggestActivities(text, { em, index: search, now: now() })
  }
}
