import { codeOf } from '../../subgraphs/shared/errors.js'
import { checkOperation } from './check-operation.js'
import { graphLimits } from './limits.js'

const refusal = (query: string, variables?: unknown) => {
  try {
    return checkOperation({ query, variables })
  } catch (error) {
    return codeOf(error)
  }
}
const times = (count: number, write: (index: number) => string) =>
  Array.from({ length: count }, (_, i) => write(i)).join(' ')
const nest = (count: number) => `${'{a'.repeat(count)}${'}'.repeat(count)}`
const repeated = graphLimits.repeatedFields

const documents: [limit: string, most: number, code: string, write: (count: number) => string][] = [
  ['levels of fields', graphLimits.depth, 'QUERY_TOO_DEEP', nest],
  [
    'levels divided among fragments',
    graphLimits.depth,
    'QUERY_TOO_DEEP',
    (count) => `{...f} fragment f on T {a{...g}} fragment g on T ${nest(count - 1)}`,
  ],
  ['levels in inline fragments', graphLimits.depth, 'QUERY_TOO_DEEP', (count) => `{...{...on T ${nest(count)}}}`],
  ['aliases', graphLimits.aliases, 'TOO_MANY_ALIASES', (count) => `{v{${times(count, (i) => `x${i}:a`)}}}`],
  [
    'aliases in a fragment used twice',
    graphLimits.aliases / 2,
    'TOO_MANY_ALIASES',
    (count) => `{v{...f} w{...f}} fragment f on T {${times(count, (i) => `x${i}:a`)}}`,
  ],
  ['directives', graphLimits.directives, 'QUERY_TOO_COMPLEX', (count) => `{v ${'@a '.repeat(count)}}`],
  [
    'directives of the operation',
    graphLimits.directives,
    'QUERY_TOO_COMPLEX',
    (count) => `query ${'@a '.repeat(count)} {v}`,
  ],
  ['fields at once', graphLimits.rootFields, 'QUERY_TOO_COMPLEX', (count) => `{${times(count, (i) => `f${i}`)}}`],
  [
    'fields at once by fragments',
    graphLimits.rootFields,
    'QUERY_TOO_COMPLEX',
    (count) => `{a ...f} fragment f on Query {...{${times(count - 1, (i) => `f${i}`)}}}`,
  ],
  ['times the same field', repeated, 'QUERY_TOO_COMPLEX', (count) => `{v{${'a '.repeat(count)}}}`],
  ['times the same field inline', repeated, 'QUERY_TOO_COMPLEX', (count) => `{v{${'...{a} '.repeat(count)}}}`],
  [
    'fragments',
    graphLimits.fragments,
    'QUERY_TOO_COMPLEX',
    (count) => `{v{${times(count, (i) => `...f${i}`)}}} ${times(count, (i) => `fragment f${i} on T {a}`)}`,
  ],
  [
    'selections',
    graphLimits.selections,
    'QUERY_TOO_COMPLEX',
    (count) => {
      const [tens, ones] = [Math.floor((count - 1) / 10) - 1, (count - 1) % 10]
      return `{v{${times(tens, () => '...f')} ${times(ones, (i) => `o${i}`)} ...f}} fragment f on T {${times(9, (i) => `f${i}`)}}`
    },
  ],
  ['characters of a text', graphLimits.textLength, 'BAD_USER_INPUT', (count) => `{v(a:"${'a'.repeat(count)}")}`],
  ['items of a list', graphLimits.listLength, 'BAD_USER_INPUT', (count) => `{v(a:[${'1 '.repeat(count)}])}`],
]

test.each(documents)('%s: %i in a document, and no more', (_limit, most, code, write) => {
  expect(refusal(write(most))).toBeUndefined()
  expect(refusal(write(most + 1))).toBe(code)
})

const variables: [limit: string, most: number, write: (count: number) => unknown][] = [
  ['characters of a text', graphLimits.textLength, (count) => ({ a: 'a'.repeat(count) })],
  ['items of a list', graphLimits.listLength, (count) => ({ a: Array(count).fill(1) })],
  [
    'levels',
    graphLimits.variablesDepth,
    (count) => Array.from({ length: count }).reduce<unknown>((inner) => ({ inner }), {}),
  ],
  [
    'characters of JSON',
    graphLimits.variablesLength,
    (count) => ({ a: Array(16).fill('a'.repeat(4_000)), b: 'b'.repeat(count - 16 * 4_003 - 14) }),
  ],
]

test.each(variables)('%s: %i in variables, and no more', (_limit, most, write) => {
  expect(refusal('{v}', write(most))).toBeUndefined()
  expect(refusal('{v}', write(most + 1))).toBe('BAD_USER_INPUT')
})

test('a text that is too long is named', () => {
  const learners = [{ familyName: 'Smith' }, { familyName: 'a'.repeat(graphLimits.textLength + 1) }]
  expect(() => checkOperation({ query: '{v}', variables: { learners } })).toThrow('4096 characters in familyName.')
})

test.each(['\0', 'a\0b', '\ud800', 'a\udc00'])('the text %j is refused, for no database holds it', (text) => {
  expect(refusal('{v}', { a: [{ b: text }] })).toBe('BAD_USER_INPUT')
})

test('so is NUL in the document itself', () => {
  expect(refusal('{v(a:{b:["a\\u0000b"]})}')).toBe('BAD_USER_INPUT')
})

test.each(['Zoë 💩', "O'Neil; drop table account", '%_\\', '\u202eabc', '\t\r\n'])('%j is a text', (text) => {
  expect(refusal('{v}', { a: text })).toBeUndefined()
})

test('fragments that contain each other are left to validation', () => {
  expect(refusal('{...f} fragment f on Query {a ...g} fragment g on Query {b ...f}')).toBeUndefined()
})

test('fragments in fragments are counted without walking them again and again', () => {
  const bomb = `{v{...f0}} ${times(40, (i) => `fragment f${i} on T {...f${i + 1} ...f${i + 1}}`)} fragment f40 on T {a}`
  // Walked again and again it would take longer than anybody waits.
  expect(refusal(bomb)).toBe('QUERY_TOO_COMPLEX')
})

test('what cannot be parsed is left to the server', () => {
  expect(refusal('{')).toBeUndefined()
  expect(refusal('{a'.repeat(2_000))).toBeUndefined()
  expect(refusal(`{v{${'a '.repeat(graphLimits.tokens)}}}`)).toBeUndefined()
})

test('lists within lists that end the stack are refused', () => {
  const atTheEndOfTheStack = (run: () => void): void => {
    try {
      atTheEndOfTheStack(run)
    } catch (error) {
      if (codeOf(error)) throw error
      run()
    }
  }
  const lists = `{v(a:${'['.repeat(500)}${']'.repeat(500)})}`
  expect(() => atTheEndOfTheStack(() => checkOperation({ query: lists }))).toThrow('Nest values less.')
})

test.each([[null], ['x'], [5], [[]], [{ query: 5 }]])('a body of %j is left to the server', (body) => {
  expect(() => checkOperation((body ?? {}) as object)).not.toThrow()
})

describe('what carries many rows', () => {
  const { bodyBytes, lists } = graphLimits.bulk
  const most = lists.validateLearners ?? 0
  const bulk = 'query ($rows: [Row!]!) { validateLearners(rows: $rows) { decision } }'
  const rows = (count: number) => ({ rows: Array(count).fill({ familyName: 'Smith' }) })
  const sent = (query: string, bytes: number) => {
    try {
      return checkOperation({ query, bodyBytes: bytes })
    } catch (error) {
      return codeOf(error)
    }
  }

  test('names its own number of items', () => {
    expect(refusal(bulk, rows(most))).toBeUndefined()
    expect(refusal(bulk, rows(most + 1))).toBe('BAD_USER_INPUT')
  })

  test('names its own size', () => {
    expect(sent(bulk, bodyBytes)).toBeUndefined()
    expect(sent(bulk, bodyBytes + 1)).toBe('PAYLOAD_TOO_LARGE')
    expect(sent('{v}', graphLimits.bodyBytes)).toBeUndefined()
    expect(sent('{v}', graphLimits.bodyBytes + 1)).toBe('PAYLOAD_TOO_LARGE')
    expect(sent(`{v}#${' '.repeat(graphLimits.bodyBytes)}`, 0)).toBe('PAYLOAD_TOO_LARGE')
  })

  test.each([
    ['another field', 'query ($rows: [Row!]!) { validateLearners(rows: $rows) { decision } viewer { role } }'],
    ['itself', 'query ($rows: [Row!]!) { validateLearners(rows: $rows) { a } b: validateLearners(rows: $rows) { a } }'],
    ['a fragment', 'query ($rows: [Row!]!) { ...f } fragment f on Query { validateLearners(rows: $rows) { a } }'],
    [
      'another operation',
      'query A ($rows: [Row!]!) { validateLearners(rows: $rows) { a } } query B { viewer { role } }',
    ],
    ['a name of every object', 'query ($rows: [Row!]!) { constructor(rows: $rows) { a } }'],
  ])('is as small as anything beside %s', (_, query) => {
    expect(refusal(query, rows(graphLimits.listLength + 1))).toBe('BAD_USER_INPUT')
    expect(sent(query, graphLimits.bodyBytes + 1)).toBe('PAYLOAD_TOO_LARGE')
  })
})

test('a document that is known already is held to every limit of its variables again', () => {
  const query = 'query ($a: [String!]) { known(a: $a) }'
  expect(refusal(query, { a: ['x'] })).toBeUndefined()
  expect(refusal(query, { a: Array.from({ length: graphLimits.listLength + 1 }, () => 'x') })).toBe('BAD_USER_INPUT')
  expect(refusal(query, { a: ['\u0000'] })).toBe('BAD_USER_INPUT')
  expect(refusal(query, { a: ['x'] })).toBeUndefined()
})
