import { manifestOf } from './read-operations'

const text = 'query Me { viewer { displayName } }'

test.each<[string, string, object | undefined]>([
  ['a document', ` ${text}\n`, { operations: [{ body: text }] }],
  ['a document without a name', '{ viewer { displayName } }', { operations: [{ body: '{ viewer { displayName } }' }] }],
  ['a manifest of Apollo', '{ "operations": [{ "body": "x" }] }', { operations: [{ body: 'x' }] }],
  ['a manifest of texts by their hashes', '{"abc": "query"}', { abc: 'query' }],
  ['half of a manifest', '{ "operations": [', { operations: [{ body: '{ "operations": [' }] }],
  ['nothing', '  \n', undefined],
])('%s', (_, pasted, manifest) => expect(manifestOf(pasted)).toEqual(manifest))
