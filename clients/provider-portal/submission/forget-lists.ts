import type { ApolloCache } from '@apollo/client'

const ofRecords = ['submissions', 'submissionTotals', 'submissionsByActivity']

/** After a record was changed: its lists and what they add up to are asked for again where they are shown next. */
export function forgetLists(cache: ApolloCache) {
  for (const fieldName of ofRecords) cache.evict({ id: 'ROOT_QUERY', fieldName })
}
