import { readdir } from 'node:fs/promises'
import { dirname } from 'node:path'
import { forgetCertificates, removeCertificate } from './certificate.js'
import { requestLimits } from './limits.js'
import { type Person, RequestWorld } from './testing.js'

let world: RequestWorld
let dee: Person
let requestId: string
let number = 0

beforeAll(async () => {
  world = await RequestWorld.open()
})
afterAll(() => world.close())
beforeEach(async () => {
  number += 1
  dee = world.physician(number)
  requestId = await dee.requests()
})

const bytes = (...parts: (string | number[])[]) =>
  new Uint8Array(Buffer.concat(parts.map((part) => Buffer.from(part as string))))
const png = bytes([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a], 'picture')
const jpeg = bytes([0xff, 0xd8, 0xff, 0xe0], 'picture')
const pdf = bytes('%PDF-1.7\n<script>alert(1)</script>')
const stored = () => readdir(dirname(world.certificates.pathOf('x')))

test.each([
  ['image/png', png, 'png'],
  ['image/jpeg', jpeg, 'jpg'],
  ['application/pdf', pdf, 'pdf'],
])('a %s comes back as it was sent, to be saved and never shown or run', async (type, sent, extension) => {
  const said = { 'content-type': 'text/html', 'x-file-name': '../../etc/passwd' }
  expect((await dee.certificate(requestId, sent, said)).status).toBe(200)
  for (const person of [dee, world.ada]) {
    const answer = await person.certificate(requestId)
    expect(new Uint8Array(await answer.arrayBuffer())).toEqual(sent)
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-type': type,
      'content-disposition': `attachment; filename="certificate-${requestId}.${extension}"`,
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
    })
  }
})

test.each([
  ['a picture that carries a script', bytes('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>')],
  ['a page', bytes('<!doctype html><script>alert(1)</script>')],
  ['an archive, whatever grows out of it', bytes('PK\x03\x04../../../../bomb.zip')],
  ['a page that comes after a blank', bytes(' %PDF-1.7')],
  ['a program', bytes([0x7f, 0x45, 0x4c, 0x46])],
  ['a GIF', bytes('GIF89a')],
  ['less than a beginning', bytes([0xff, 0xd8])],
])('%s is refused by its bytes, whatever it is called, and nothing stays of it', async (_, sent) => {
  const answer = await dee.certificate(requestId, sent, { 'content-type': 'image/png' })
  expect(answer.status).toBe(415)
  expect((await dee.opens(requestId)).certificate).toBeNull()
  expect((await stored()).filter((name) => name.includes(requestId))).toEqual([])
})

test('one that is too large is refused before it is read', async () => {
  const answer = await dee.certificate(requestId, new Uint8Array(requestLimits.certificateBytes + 1))
  expect(answer.status).toBe(413)
  expect(await answer.text()).toContain('at most 5 MB')
})

test('nobody else sends or fetches it', async () => {
  await dee.certificate(requestId, png)
  const status = async (person: Person, sent?: typeof png) => (await person.certificate(requestId, sent)).status
  for (const person of [world.bo, world.physician(9_000), world.cy]) {
    expect([await status(person), await status(person, png)]).toEqual([404, 404])
  }
  expect(await status(world.ada, png)).toBe(403)
  await world.clock('2026-08-01')
  expect(await status(world.op)).toBe(403)
})

test('another takes its place, five times in all, and none is taken for what has ended', async () => {
  for (let count = 0; count < 5; count += 1) expect((await dee.certificate(requestId, png)).status).toBe(200)
  expect((await dee.certificate(requestId, jpeg)).status).toBe(429)
  await dee.withdraws(requestId)
  expect((await dee.certificate(requestId, jpeg)).status).toBe(409)
  expect((await dee.certificate(requestId)).headers.get('content-type')).toBe('image/png')
})

test('it is removed on the physician’s word', async () => {
  await dee.certificate(requestId, png)
  await removeCertificate(requestId, dee.tools)
  expect((await dee.certificate(requestId)).status).toBe(404)
  expect((await stored()).filter((name) => name.includes(requestId))).toEqual([])
})

test('it is forgotten 90 days after the end, and not before', async () => {
  await dee.certificate(requestId, png)
  await dee.withdraws(requestId)
  const forget = (day: string) =>
    forgetCertificates(world.ledger.orm.em.fork(), world.certificates, new Date(`${day}T19:00:00Z`))
  await forget('2026-09-27')
  expect((await dee.certificate(requestId)).status).toBe(200)
  expect(await forget('2026-09-28')).toBeGreaterThan(0)
  expect((await dee.certificate(requestId)).status).toBe(404)
  expect(await forget('2026-09-28')).toBe(0)
})
