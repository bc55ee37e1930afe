import { graphql } from '../../graphql'
import type { FindActivitiesQuery as FoundData, SuggestActivitiesQuery as SuggestedData } from '../../graphql/graphql'

export const FindActivitiesQuery = graphql(`
  query FindActivities($text: String, $filter: ActivityFilter, $sort: SearchSort!, $after: String) {
    searchActivities(text: $text, filter: $filter, sort: $sort, first: 20, after: $after) {
      totalCount
      correctedText
      edges {
        cursor
        node {
          title {
            text
            isMatch
          }
          snippet {
            text
            isMatch
          }
          activity {
            activityId
            title
            activityFormat
            startsOn
            endsOn
            credits
            fee
            registration
            location {
              city
              state
              country
            }
            provider {
              providerId
              name
            }
            mocRegistrations {
              board {
                code
              }
              points
            }
          }
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
      facets {
        facet
        valueCount
        values {
          value
          label
          count
          isSelected
        }
      }
    }
  }
`)

export const SuggestActivitiesQuery = graphql(`
  query SuggestActivities($text: String!) {
    suggestActivities(text: $text) {
      titles
      providers {
        value
        label
        count
      }
    }
  }
`)

export type Found = FoundData['searchActivities']
export type Hit = Found['edges'][number]['node']
export type FacetCounts = Found['facets'][number]
export type Suggestions = SuggestedData['suggestActivities']
