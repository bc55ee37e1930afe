import { Viewer, type ViewerClaims } from '../../reference/viewer.js'
import { notFound } from '../../shared/errors.js'
import { sendError } from '../../shared/http/send.js'
import { listen, type RunningServer } from '../../shared/http/server.js'
import { createLog } from '../../shared/log.js'
import { Policies } from '../../shared/policy.js'
import { routePublic } from '../public/public.route.js'
import { people, TestSubgraph } from '../testing/subgraph.js'
import { routeMark } from './mark.route.js'
import { markBytes, markFiles } from './mark-files.js'
import { markSvg } from './mark-svg.js'

const { ada, bo, op } = people
let subgraph: TestSubgraph

beforeAll(async () => {
  subgraph = await TestSubgraph.start()
})
afterAll(() => subgraph.stop())

const sizeOf = (png: Uint8Array) => {
  const view = new DataView(png.buffer, png.byteOffset)
  return { width: view.getUint32(16), height: view.getUint32(20) }
}

test('every PNG is drawn from the SVG in the size that its name says', async () => {
  for (const file of markFiles.values()) {
    const bytes = await markBytes(file)
    if (file.format === 'SVG') {
      expect(Buffer.from(bytes).toString()).toBe(markSvg(file.theme))
      continue
    }
    expect(Buffer.from(bytes.subarray(1, 4)).toString()).toBe('PNG')
    expect({ name: file.name, ...sizeOf(bytes) }).toEqual({ name: file.name, width: file.width, height: file.height })
    expect(bytes.length).toBeGreaterThan(1_000)
  }
  expect(markFiles.size).toBe(10)
})

test('the SVG needs no font, no script and nobody else’s server', () => {
  for (const svg of [markSvg('light'), markSvg('dark')]) {
    expect(svg).not.toMatch(/<text|font-family|<script|href=/)
    expect(svg).toContain('<title')
  }
  expect(markSvg('light')).not.toBe(markSvg('dark'))
})

const mark = '{ providerMark { mayUse lastRecordedOn files { name address } rules } }'

test('only a provider that reports learner credit may download the mark (V06)', async () => {
  await subgraph.rows(
    `insert into provider_credit_day values ('0008273', '2026-06-01', 3, 1), ('0004121', '2025-01-15', 3, 1)`,
  )
  const seen = await subgraph.ask<{ providerMark: { mayUse: boolean; files: unknown[]; rules: string[] } }>(ada, mark)
  expect(seen.providerMark).toMatchObject({ mayUse: true, lastRecordedOn: '2026-06-01' })
  expect(seen.providerMark.files).toHaveLength(10)
  expect(seen.providerMark.rules.length).toBeGreaterThan(3)

  expect((await subgraph.ask<{ providerMark: object }>(bo, mark)).providerMark).toMatchObject({
    mayUse: false,
    lastRecordedOn: '2025-01-15',
    files: [],
  })
  await expect(subgraph.ask(op, mark)).rejects.toThrow('FORBIDDEN')
})

describe('over HTTP', () => {
  let server: RunningServer
  const log = createLog('test', 'silent')
  let claims: ViewerClaims | undefined

  beforeAll(async () => {
    server = await listen({
      host: '127.0.0.1',
      port: 0,
      handler: async (request, response) => {
        const context = {
          em: subgraph.orm.em.fork(),
          viewer: new Viewer(claims, new Policies()),
          now: () => subgraph.at,
        }
        try {
          const answered =
            (await routeMark(context, request, response)) || (await routePublic(context, request, response))
          if (!answered) throw notFound('There is nothing at this address.')
        } catch (error) {
          sendError(response, error, log)
        }
      },
    })
  })
  afterAll(() => server.close())

  async function fetches(path: string, who?: ViewerClaims) {
    claims = who
    const response = await fetch(`http://127.0.0.1:${server.port}${path}`)
    return {
      status: response.status,
      type: response.headers.get('content-type'),
      body: Buffer.from(await response.arrayBuffer()),
    }
  }

  test('the file is sent to who may use it, and to nobody else (V06)', async () => {
    const sent = await fetches('/provider-mark/provider-mark-dark-210.png', ada)
    expect([sent.status, sent.type]).toEqual([200, 'image/png'])
    expect(sizeOf(sent.body)).toEqual({ width: 210, height: 55 })
    expect((await fetches('/provider-mark/provider-mark-light.svg', ada)).type).toBe('image/svg+xml')
    for (const [who, status] of [
      [bo, 403],
      [undefined, 401],
    ] as const) {
      const refused = await fetches('/provider-mark/provider-mark-light.svg', who)
      expect(refused.status).toBe(status)
    }
    expect((await fetches('/provider-mark/provider-mark-pink.svg', ada)).status).toBe(404)
  })

  test('the public page says plainly whether the provider may use the mark today', async () => {
    const yes = await fetches('/provider-page/0008273')
    expect(yes.status).toBe(200)
    expect(yes.body.toString()).toContain('may use the provider mark today')
    expect(yes.body.toString()).toContain('Northern Light Institute')
    const no = await fetches('/provider-page/0004121')
    expect(no.body.toString()).toContain('may not use the provider mark today')
    expect((await fetches('/provider-page/9999999')).status).toBe(404)
  })

  test('the page lists displayed activities alone, and what providers write stays text', async () => {
    const enter = (id: string, title: string, shown: boolean) =>
      subgraph.rows(
        `insert into activity (activity_id, provider_id, title, status, activity_format, starts_on, ends_on, providership,
           credit_quarters, display_in_passport)
         values (?, '0008273', ?, 'ACTIVE', 'COURSE', '2026-06-20', '2026-07-01', 'DIRECT', 16, ?)`,
        [id, title, shown],
      )
    await enter('200000001', 'Shown <script>alert(1)</script>', true)
    await enter('200000002', 'Not for everybody', false)
    const page = (await fetches('/provider-page/0008273')).body.toString()
    expect(page).toContain('Shown &lt;script&gt;')
    expect(page).toContain('/activity/200000001')
    expect(page).not.toContain('Not for everybody')
  })
})
