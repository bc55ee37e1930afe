import { useSearchParams } from 'react-router'
import type { ReviewQuery as ReviewData } from '../../graphql/graphql'
import { paths, reviewFilterOf } from '../paths'

/** The cases before and after this one in the list from which it was opened, as addresses. */
export function useQueue(caseId: string, { edges, pageInfo }: ReviewData['reviewCases']) {
  const [search] = useSearchParams()
  const filter = reviewFilterOf(search)
  const cases = edges.map(({ node }) => node.caseId)
  const place = cases.indexOf(caseId)
  const addressOf = (id: string | undefined) => id && paths.review(id, filter)
  return {
    list: paths.reviews(filter),
    next: addressOf(cases[place + 1]),
    previous: addressOf(cases[place - 1]),
    place: place >= 0 ? `${place + 1} of ${cases.length}${pageInfo.hasNextPage ? ' or more' : ''}` : '',
  }
}
