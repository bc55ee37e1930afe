import { parse } from 'graphql'
import { routeVariables } from './route-variables'

const document = parse('query Rows($batchId: ID!, $outcome: RowOutcome, $withIssues: Boolean, $first: Int) { x }')

test('an operation takes its variables from the address by name', () => {
  const search = new URLSearchParams('outcome=REJECTED&withIssues=true&first=20&other=1')
  expect(routeVariables(document, {}, { batchId: 'b1' }, search)).toEqual({
    batchId: 'b1',
    outcome: 'REJECTED',
    withIssues: true,
    first: 20,
  })
})

test('what is given goes before what the address says', () => {
  const search = new URLSearchParams('outcome=REJECTED')
  expect(routeVariables(document, { outcome: 'ACCEPTED' }, { batchId: 'b1' }, search)).toMatchObject({
    outcome: 'ACCEPTED',
  })
})

test('what is blank or unknown is left out', () => {
  expect(routeVariables(document, {}, { batchId: 'b1' }, new URLSearchParams('outcome='))).toEqual({ batchId: 'b1' })
})
