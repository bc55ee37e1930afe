import { buildSchema } from 'graphql'
import { type ViewerRole, viewerRoles } from '../../subgraphs/reference/viewer.js'
import { mayExplore } from '../policy/exploration.js'
import { startTestGateway, type TestGateway } from '../testing/gateway.js'
import { examplesFor } from './examples.js'

const explorers: readonly ViewerRole[] = ['LICENSING_BOARD', 'CERTIFYING_BOARD', 'PARTNER', 'OPERATOR']

test.each(viewerRoles)('%s explores where developers work, and elsewhere only if that is its work', (role) => {
  expect([mayExplore(role, true), mayExplore(role, false)]).toEqual([true, explorers.includes(role)])
})

describe('where the platform is in use', () => {
  let gateway: TestGateway
  beforeAll(async () => {
    gateway = await startTestGateway({ production: true })
    await gateway.execute(`insert into account (account_id, display_name, role) values ('pat', 'Pat', 'PARTNER')`)
  })
  afterAll(() => gateway.stop())

  const fetched = (name: string, bearer?: string) =>
    fetch(`${gateway.url}/graphiql/${name}`, {
      headers: bearer === undefined ? {} : { authorization: `Bearer ${bearer}` },
    })

  test('Pat, a partner, reads the graph with a key', async () => {
    const response = await fetched('schema.graphql', await gateway.keyFor('pat'))
    expect([response.status, response.headers.get('cache-control')]).toEqual([200, 'private, no-cache'])
    expect(
      buildSchema(await response.text())
        .getQueryType()
        ?.getFields(),
    ).toHaveProperty('viewer')
  })

  test('Pat’s examples are those for everybody', async () => {
    const response = await fetched('examples.json', await gateway.keyFor('pat'))
    expect(await response.json()).toEqual(examplesFor('PARTNER'))
  })

  test.each([
    ['Ada, who reports for a provider', () => gateway.tokenOf('ada'), 403],
    ['Nobody', () => undefined, 401],
    ['a key that is none', () => 'cgk_none', 401],
  ])('%s does not', async (_, bearer, status) => {
    for (const name of ['schema.graphql', 'examples.json'])
      expect((await fetched(name, await bearer())).status).toBe(status)
  })

  test('its page may style itself, and takes scripts from nowhere else', async () => {
    const response = await fetch(`${gateway.url}/graphiql`)
    const policy = response.headers.get('content-security-policy')
    expect(policy).toContain("style-src 'self' 'unsafe-inline'")
    expect(policy).toContain("default-src 'self';")
    expect(policy).not.toContain('script-src')
    expect(response.headers.get('x-frame-options')).toBe('DENY')
    expect((await fetch(`${gateway.url}/provider/`)).headers.get('content-security-policy')).not.toContain('unsafe')
  })
})
