import { curlLine, fieldsOf, type OpenApi, variablesOf } from './variable-fields'

const schema = {
  properties: {
    first: { type: 'integer' },
    on: { type: 'string', format: 'date' },
    state: { type: 'string', enum: ['OPEN', 'DONE'] },
    isLate: { type: 'boolean' },
    learner: { $ref: '#/components/schemas/Learner' },
    after: { type: 'string' },
  },
  required: ['learner'],
}
const document: OpenApi = {
  paths: { '/api/Find': { post: { requestBody: { content: { 'application/json': { schema } } } } } },
}
const fields = fieldsOf(document, 'Find') ?? []

test('each variable is a field of its kind', () => {
  expect(fields.map(({ name, kind, isRequired }) => [name, kind, isRequired])).toEqual([
    ['first', 'NUMBER', false],
    ['on', 'DAY', false],
    ['state', 'CHOICE', false],
    ['isLate', 'CHOICE', false],
    ['learner', 'JSON', true],
    ['after', 'TEXT', false],
  ])
  expect(fieldsOf(document, 'Gone')).toBeUndefined()
})

const learner = '{ "givenName": "Dee" }'
test.each<[string, Record<string, string>, object]>([
  ['what is empty is not sent', { learner, first: ' ' }, { variables: { learner: { givenName: 'Dee' } } }],
  [
    'values have their kinds',
    { learner: '[]', first: '5', isLate: 'false', on: '2026-01-31', state: 'OPEN' },
    { variables: { learner: [], first: 5, isLate: false, on: '2026-01-31', state: 'OPEN' } },
  ],
  ['what is missing is named', { first: '5' }, { wrong: 'learner' }],
  ['a word for a number is named', { learner, first: 'many' }, { wrong: 'first' }],
  ['what is no JSON is named', { learner: '{' }, { wrong: 'learner' }],
])('%s', (_, entered, expected) => expect(variablesOf(fields, entered)).toEqual(expected))

test('an apostrophe does not end the line for the terminal', () => {
  expect(curlLine('https://example.org', 'Find', { name: "O’Brien, O'Neill" })).toContain(`O'\\''Neill"}'`)
})
