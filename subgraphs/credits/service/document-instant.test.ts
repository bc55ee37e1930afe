import { createdIn } from './document-instant.js'

const json = (inside: string) =>
  `{ "ACCMELearnerReports": { "ActivityReports": { ${inside} "ActivityReport": [{}] } } }`
const xml = (inside: string) =>
  `<a:SaveLearnerActivity><ActivityReports xmlns="urn:x">${inside}<ActivityReport/></ActivityReports></a:SaveLearnerActivity>`

test.each<[string, 'JSON' | 'XML', string, string | undefined]>([
  ['without a zone, in JSON', 'JSON', json('"DateTimeCreated": "2025-03-26T08:00:00",'), '2025-03-26T13:00:00.000Z'],
  ['with a zone, in JSON', 'JSON', json('"DateTimeCreated": "2025-03-26T08:00:00Z",'), '2025-03-26T08:00:00.000Z'],
  ['not at all, in JSON', 'JSON', json(''), undefined],
  ['as no instant, in JSON', 'JSON', json('"DateTimeCreated": 7,'), undefined],
  [
    'in a report, in JSON',
    'JSON',
    '{"ACCMELearnerReports":{"x":{"DateTimeCreated":"2025-03-26T08:00:00"}}}',
    undefined,
  ],
  [
    'without a zone, in XML',
    'XML',
    xml('<DateTimeCreated>2025-03-26T08:00:00</DateTimeCreated>'),
    '2025-03-26T13:00:00.000Z',
  ],
  [
    'in a long document',
    'XML',
    xml(`<DateTimeCreated>2025-01-26T08:00:00</DateTimeCreated>${'<x/>'.repeat(9_000)}`),
    '2025-01-26T14:00:00.000Z',
  ],
  ['not at all, in XML', 'XML', xml(''), undefined],
])('B11: when a document was made stands there %s', (_, format, text, expected) => {
  expect(createdIn({ format, text })?.toISOString()).toBe(expected)
})
