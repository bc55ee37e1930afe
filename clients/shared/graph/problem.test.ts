import { CombinedGraphQLErrors, ServerError } from '@apollo/client/errors'
import { problemOf } from './problem'

const id = '6f6c1f0e-5f0b-4b39-9a3c-2d2f0f3b7a11'
const said = (code: string) =>
  JSON.stringify({ errors: [{ message: 'As it is.', extensions: { code, requestId: id } }] })
const answered = (extensions: object) =>
  new CombinedGraphQLErrors({ errors: [{ message: 'As the server says it.', extensions: { ...extensions } }] })
const refused = (status: number, bodyText = '') =>
  new ServerError('refused', {
    bodyText,
    response: new Response(null, { status, headers: { 'x-request-id': id } }),
  })

test.each<[string, unknown, string, string | undefined]>([
  ['a fault of ours in an answer', answered({ code: 'INTERNAL', requestId: id }), 'FAULT', id],
  ['a part that does not answer', answered({ code: 'UPSTREAM_UNAVAILABLE', requestId: id }), 'FAULT', id],
  ['a fault without a number', answered({ code: 'INTERNAL' }), 'FAULT', undefined],
  ['no answer at all', refused(502), 'FAULT', id],
  ['what the caller can mend', answered({ code: 'CONFLICT', requestId: id }), 'REFUSED', undefined],
  ['the end of a session', refused(401), 'SIGNED_OUT', undefined],
  ['a value that the gateway refuses', refused(400, said('BAD_USER_INPUT')), 'REFUSED', undefined],
  ['too many requests', refused(429, said('QUOTA_EXCEEDED')), 'REFUSED', undefined],
  ['a fault that the gateway tells', refused(503, said('UPSTREAM_UNAVAILABLE')), 'FAULT', id],
  ['too much for the platform', refused(503, said('OVERLOADED')), 'FAULT', id],
  ['the page of a proxy', refused(502, '<html>Bad gateway</html>'), 'FAULT', id],
  ['a broken connection', new TypeError('Failed to fetch'), 'OFFLINE', undefined],
])('%s is a problem with the right number for support', (_, error, kind, supportId) => {
  expect(problemOf(error)).toMatchObject({ kind })
  expect(problemOf(error).supportId).toBe(supportId)
})

test.each([
  [
    'Variable "$state" got invalid value "NOPE"; Value "NOPE" does not exist in "ReviewState" enum.',
    'One of the values is not known here.',
  ],
  [
    'Variable "$input" got invalid value 0.1 at "input.credits"; Write an amount as a multiple of 0.25, not 0.1.',
    'Write an amount as a multiple of 0.25, not 0.1.',
  ],
  ['Variable "$input" got invalid value 0.1; Write it; Write it anew.', 'Write it; Write it anew.'],
  ['Your board has no such licensee.', 'Your board has no such licensee.'],
])('of %s a person reads: %s', (message, read) => {
  expect(problemOf(new CombinedGraphQLErrors({ errors: [{ message }] })).message).toBe(read)
})

test('of what the gateway refuses a person reads its own sentence, or that the page is out of date', () => {
  expect(problemOf(refused(400, said('BAD_USER_INPUT'))).message).toBe('As it is.')
  expect(problemOf(refused(404, said('PERSISTED_QUERY_NOT_FOUND'))).message).toMatch(/has been renewed/)
})
