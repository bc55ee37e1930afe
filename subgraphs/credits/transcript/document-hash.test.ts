import { createHash } from 'node:crypto'
import { documentHash } from './document-hash.js'
import { aDocument, anEntry } from './testing/a-document.js'

test('a hash is SHA-256 over the canonical JSON of RFC 8785, which anybody can make', () => {
  const document = aDocument({ entries: [], totals: { credits: 0.5, pointsByBoard: [] } })
  const canonical =
    '{"entries":[],"form":1,"member":{"certifications":[{"board":"ABIM","boardId":"219876",' +
    '"boardName":"American Board of Internal Medicine"}],"degree":"MD","familyName":"Marchetti","givenName":"Deirdre",' +
    '"licenses":[{"board":"ME-MD","boardName":"Maine Board of Licensure in Medicine","licenseNumber":"MD23456","state":"ME"}],' +
    '"middleName":"Anne","npi":"1234567893","suffix":null},"period":{"from":"2026-01-01","to":"2026-12-31"},' +
    '"publishedAt":"2026-11-23T02:10:00.000Z","totals":{"credits":0.5,"pointsByBoard":[]}}'
  expect(documentHash(document)).toBe(createHash('sha256').update(canonical).digest('hex'))
})

test('the order of keys does not matter, as a database may change it', () => {
  const { form, ...rest } = aDocument()
  expect(documentHash({ ...rest, form })).toBe(documentHash(aDocument()))
})

test('a quarter of a credit more is another hash', () => {
  expect(documentHash(aDocument({ entries: [anEntry({ cme: { credits: 7.25 } })] }))).not.toBe(
    documentHash(aDocument()),
  )
})
