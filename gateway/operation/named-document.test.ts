import { operationIdOf } from './judge-operation.js'
import { namedDocument } from './named-document.js'

const text = 'query Me { viewer { displayName } }'
const hash = operationIdOf(text)

test.each<[string, object, object | undefined]>([
  ['a text', { query: text }, undefined],
  ['nothing', {}, undefined],
  ['other extensions', { query: text, extensions: { trace: true } }, undefined],
  ['documentId', { documentId: `sha256:${hash}` }, { operationId: hash, isApollo: false }],
  ['documentId without its prefix', { documentId: hash }, { operationId: hash, isApollo: false }],
  ['an address', { addressId: `sha256:${hash}` }, { operationId: hash, isApollo: false }],
  [
    'an address and the same again',
    { addressId: `sha256:${hash}`, documentId: hash },
    { operationId: hash, isApollo: false },
  ],
  ['doc_id', { doc_id: hash }, { operationId: hash, isApollo: false }],
  [
    'persistedQuery',
    { extensions: { persistedQuery: { version: 1, sha256Hash: hash } } },
    { operationId: hash, isApollo: true },
  ],
  ['a text with its hash', { query: text, documentId: `sha256:${hash}` }, undefined],
])('%s', (_, request, expected) => expect(namedDocument(request, operationIdOf)).toEqual(expected))

test.each<[string, object, string]>([
  ['a number', { documentId: 7 }, 'has to be a text'],
  [
    'two documents',
    { documentId: hash, doc_id: hash.replace(/./, (digit) => (digit === '0' ? '1' : '0')) },
    'two documents',
  ],
  ['a word', { documentId: 'sha256:abc' }, '64 lower-case'],
  ['capital letters', { documentId: hash.toUpperCase() }, '64 lower-case'],
  ['an extension without a hash', { extensions: { persistedQuery: {} } }, '64 lower-case'],
  ['a text of another hash', { query: '{ viewer { role } }', documentId: hash }, 'not the one that its hash names'],
])('%s is refused', (_, request, message) => expect(() => namedDocument(request, operationIdOf)).toThrow(message))
