import type { TypedDocumentNode } from '@apollo/client'
import { useApolloClient } from '@apollo/client/react'
import { useState } from 'react'
import type { RowsToCorrectQuery, RowsToCorrectQueryVariables } from '../../../graphql/graphql'
import { plural } from '../../../shared/format/numbers'
import { type Problem, problemOf } from '../../../shared/graph/problem'
import { useRouteVariables } from '../../../shared/graph/use-route-query'
import { toast } from '../../../shared/ui/toast'
import type { RowToCorrectView } from './correct-rows'
import { maxRows, textOf, withCell } from './corrections'
import type { CorrectionsStore } from './use-corrections'

/** Writes a text in every row of the shown reason that says the same in that cell, also where it is not loaded yet. */
export function useSameEverywhere(
  document: TypedDocumentNode<RowsToCorrectQuery, RowsToCorrectQueryVariables>,
  { change }: CorrectionsStore,
) {
  const client = useApolloClient()
  const variables = useRouteVariables(document)
  const [problem, setProblem] = useState<Problem>()
  const write = async (row: RowToCorrectView, key: string, text: string) => {
    setProblem(undefined)
    const issue = row.issues.find((each) => each.key === key)
    const alike = (other: RowToCorrectView) =>
      textOf(other, key) === textOf(row, key) &&
      other.issues.some((each) => each.key === key && each.code === issue?.code)
    try {
      const rows = (await allRows(variables)).filter(alike)
      change((all) => rows.reduce((so, other) => withCell(so, other, key, text), all))
      toast(`${plural(rows.length, 'row')} changed.`)
    } catch (error) {
      setProblem(problemOf(error))
    }
  }
  const allRows = async (given: RowsToCorrectQueryVariables) => {
    const rows: RowToCorrectView[] = []
    let after: string | null | undefined
    do {
      const { data } = await client.query({ query: document, variables: { ...given, after }, fetchPolicy: 'no-cache' })
      const page = data?.batch.rowsToCorrect
      rows.push(...(page?.edges.map(({ node }) => node) ?? []))
      after = page?.pageInfo.hasNextPage ? page.pageInfo.endCursor : undefined
    } while (after && rows.length < maxRows)
    return rows
  }
  return { write, problem }
}
