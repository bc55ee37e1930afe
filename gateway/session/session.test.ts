import { generateKeyPair, SignJWT } from 'jose'
import { answering, type GraphAnswer, post, startTestGateway, type TestGateway } from '../testing/gateway.js'

const viewer = '{ viewer { displayName } }'
const form = 'application/x-www-form-urlencoded'

/** Lets the subgraphs answer with the viewer whom the gateway names to them. */
function nameTheViewer(gateway: TestGateway): void {
  gateway.subgraphs.answer = (request, response) => {
    const token = String(request.headers['x-creditgraph-token'])
    const claims = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString())
    const { displayName, byToken } = claims.viewer ?? {}
    const shown = displayName ? { displayName: `${displayName}${byToken ? ' by token' : ''}` } : null
    answering(200, { data: { viewer: shown } })(request, response)
  }
}

const signIn = (gateway: TestGateway, body: string, headers: Record<string, string> = {}) =>
  fetch(`${gateway.url}/sign-in`, {
    method: 'POST',
    redirect: 'manual',
    headers: { 'content-type': form, ...headers },
    body,
  })
async function codeIn(response: Response): Promise<unknown> {
  const { errors } = (await response.json()) as GraphAnswer
  return [response.status, errors?.[0]?.extensions.code]
}

describe('in development', () => {
  let gateway: TestGateway
  beforeAll(async () => {
    gateway = await startTestGateway()
    nameTheViewer(gateway)
  })
  afterAll(() => gateway.stop())

  const cookieOf = async (account: string) =>
    (await signIn(gateway, `account=${account}`)).headers.getSetCookie()[0]?.split(';')[0] ?? ''
  const asks = async (headers: Record<string, string>) => {
    const { status, code, data } = await post(gateway.url, { query: viewer }, headers)
    return status === 200 ? data : [status, code]
  }

  describe('signing in', () => {
    test('sets a cookie that no script reads and no other site sends', async () => {
      const response = await signIn(gateway, 'account=ada&to=/provider/')
      const [cookie = ''] = response.headers.getSetCookie()
      expect(cookie).toMatch(/^creditgraph_session=[\w.-]+; Path=\/; HttpOnly; SameSite=Lax; Max-Age=43200$/)
      expect([response.status, response.headers.get('location')]).toEqual([303, '/provider/'])
    })

    test('over TLS the cookie belongs to this host alone and is never sent in clear', async () => {
      const response = await signIn(gateway, 'account=ada', { 'x-forwarded-proto': 'https' })
      const [cookie = ''] = response.headers.getSetCookie()
      expect(cookie).toMatch(/^__Host-creditgraph_session=[\w.-]+; Path=\/; HttpOnly; SameSite=Lax; Secure; Max-Age=/)
      const [pair = ''] = cookie.split(';')
      expect(await asks({ cookie: pair, 'x-forwarded-proto': 'https' })).toEqual({ viewer: { displayName: 'Ada' } })
      const shadow = pair.replace('__Host-', '')
      expect(await asks({ cookie: shadow, 'x-forwarded-proto': 'https' })).toEqual({ viewer: null })
    })

    test('makes a new session each time, whatever cookie was there', async () => {
      const first = await cookieOf('ada')
      const again = await signIn(gateway, 'account=ada', { cookie: first })
      expect(again.headers.getSetCookie()[0]).not.toContain(first)
      expect((await signIn(gateway, 'account=ada', { cookie: 'creditgraph_session=mine' })).status).toBe(303)
    })

    test.each([
      '//evil.example',
      '/\\evil.example',
      'https://evil.example',
      'javascript:alert(1)',
      '/%0d%0aset-cookie:a=b\r\nset-cookie: a=b',
      '/\t/evil.example',
      '',
    ])('never leads elsewhere: %j', async (to) => {
      for (const [query, body] of [
        ['', new URLSearchParams({ account: 'ada', to }).toString()],
        [`?${new URLSearchParams({ to })}`, 'account=ada'],
      ]) {
        const response = await fetch(`${gateway.url}/sign-in${query}`, {
          method: 'POST',
          redirect: 'manual',
          headers: { 'content-type': form },
          body,
        })
        expect([response.status, response.headers.get('location')]).toEqual([303, '/'])
      }
    })

    test.each<[string, string, string, number, string]>([
      ['nobody’s name', form, 'account=nobody', 404, 'NOT_FOUND'],
      ['no name', form, '', 404, 'NOT_FOUND'],
      ['two names', form, 'account=ada&account=bo', 404, 'NOT_FOUND'],
      ['NUL', form, 'account=%00', 404, 'NOT_FOUND'],
      ['JSON', 'application/json', '{"account":"ada"}', 404, 'NOT_FOUND'],
      ['an encoding that is none', `${form}; charset=x`, 'account=ada', 415, 'UNSUPPORTED_MEDIA_TYPE'],
      ['a form that is too large', form, `account=${'a'.repeat(4_096 - 7)}`, 413, 'PAYLOAD_TOO_LARGE'],
      ['a form as large as may be', form, `account=${'a'.repeat(4_096 - 8)}`, 404, 'NOT_FOUND'],
    ])('with %s is refused', async (_, type, body, status, code) => {
      const response = await signIn(gateway, body, { 'content-type': type })
      expect(response.headers.getSetCookie()).toEqual([])
      expect(await codeIn(response)).toEqual([status, code])
    })

    const elsewhere: Record<string, string>[] = [
      { 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'same-site' },
      { origin: 'https://evil.example' },
      { origin: 'null' },
    ]
    test.each(elsewhere)('no other site signs anybody in or out: %j', async (headers) => {
      for (const path of ['/sign-in', '/sign-out']) {
        const response = await fetch(`${gateway.url}${path}`, {
          method: 'POST',
          redirect: 'manual',
          headers: { 'content-type': form, ...headers },
          body: 'account=ada',
        })
        expect(response.headers.getSetCookie()).toEqual([])
        expect(await codeIn(response)).toEqual([403, 'FORBIDDEN'])
      }
    })

    test('our own page signs in and out', async () => {
      const { origin } = new URL(gateway.url)
      expect((await signIn(gateway, 'account=ada', { 'sec-fetch-site': 'same-origin' })).status).toBe(303)
      expect((await signIn(gateway, 'account=ada', { origin })).status).toBe(303)
      const out = await fetch(`${gateway.url}/sign-out`, { method: 'POST', redirect: 'manual', headers: { origin } })
      expect(out.headers.getSetCookie()[0]).toMatch(/^creditgraph_session=; .*Max-Age=0$/)
    })
  })

  describe('asking', () => {
    test('with a cookie is asking as a person, with a token as a program, and the token goes first', async () => {
      const cookie = await cookieOf('ada')
      const authorization = `Bearer ${await gateway.tokenOf('bo')}`
      expect(await asks({ cookie })).toEqual({ viewer: { displayName: 'Ada' } })
      expect(await asks({ authorization })).toEqual({ viewer: { displayName: 'Bo by token' } })
      expect(await asks({ cookie, authorization })).toEqual({ viewer: { displayName: 'Bo by token' } })
    })

    test('with a cookie’s value as a token, or a token’s header as a cookie, is asking as nobody who is known', async () => {
      const cookie = await cookieOf('ada')
      const authorization = `Bearer ${await gateway.tokenOf('bo')}`
      // Both are known by now, each for what it is.
      await asks({ cookie })
      await asks({ authorization })
      const value = cookie.slice(cookie.indexOf('=') + 1)
      expect(await asks({ authorization: value })).toEqual([401, 'UNAUTHENTICATED'])
      expect(await asks({ cookie: `creditgraph_session=${authorization}` })).toEqual({ viewer: null })
      expect(await asks({ authorization: authorization.replace(' ', '   ') })).toEqual({
        viewer: { displayName: 'Bo by token' },
      })
    })

    test('with a cookie needs one of our own pages', async () => {
      const cookie = await cookieOf('ada')
      for (const site of ['cross-site', 'same-site', 'none'])
        expect(await asks({ cookie, 'sec-fetch-site': site })).toEqual([403, 'FORBIDDEN'])
      expect(await asks({ cookie, origin: 'http://evil.example' })).toEqual([403, 'FORBIDDEN'])
      expect(await asks({ cookie, origin: 'null' })).toEqual([403, 'FORBIDDEN'])
      expect(await asks({ cookie, origin: gateway.url })).toEqual({ viewer: { displayName: 'Ada' } })
    })

    test('with a cookie that has ended or was tampered with is asking as nobody', async () => {
      const cookie = await cookieOf('ada')
      expect(await asks({ cookie: `${cookie}x` })).toEqual({ viewer: null })
      expect(await asks({ cookie: 'creditgraph_session=' })).toEqual({ viewer: null })
      expect(await asks({ cookie: 'creditgraph_session=a.b.c' })).toEqual({ viewer: null })
    })

    test.each(['Bearer nope', 'Bearer', 'Bearer a b', 'Basic YWRhOg==', 'ada', ''])(
      'with “Authorization: %s” is refused, even beside a good cookie',
      async (authorization) => {
        expect(await asks({ cookie: await cookieOf('ada'), authorization })).toEqual([401, 'UNAUTHENTICATED'])
      },
    )

    test('with a token of another key is refused', async () => {
      const { privateKey } = await generateKeyPair('EdDSA')
      const [header = ''] = (await gateway.tokenOf('ada')).split('.')
      const { kid } = JSON.parse(Buffer.from(header, 'base64url').toString())
      const forged = await new SignJWT({ jti: 'j' })
        .setProtectedHeader({ alg: 'EdDSA', typ: 'at+jwt', kid })
        .setIssuer('creditgraph')
        .setAudience('creditgraph')
        .setSubject('ada')
        .setIssuedAt()
        .setExpirationTime('1h')
        .sign(privateKey)
      expect(await asks({ authorization: `Bearer ${forged}` })).toEqual([401, 'UNAUTHENTICATED'])
    })
  })

  test('an account that is removed is refused within five seconds (I-16)', async () => {
    const authorization = `Bearer ${await gateway.tokenOf('bo')}`
    const cookie = await cookieOf('bo')
    expect(await asks({ authorization })).toEqual({ viewer: { displayName: 'Bo by token' } })
    await gateway.execute(`delete from account where account_id = 'bo'`)
    const removedAt = performance.now()
    while (!Array.isArray(await asks({ authorization }))) await new Promise((resolve) => setTimeout(resolve, 100))
    expect(performance.now() - removedAt).toBeLessThan(5_500)
    expect(await asks({ authorization })).toEqual([401, 'UNAUTHENTICATED'])
    expect(await asks({ cookie })).toEqual({ viewer: null })
  })
})

describe('in production', () => {
  let gateway: TestGateway
  beforeAll(async () => {
    gateway = await startTestGateway({ production: true })
    await gateway.execute(
      `insert into account (account_id, display_name, role) values ('op', 'Op', 'OPERATOR'), ('pat', 'Pat', 'PARTNER')`,
    )
  })
  afterAll(() => gateway.stop())

  test('nobody signs in as one of the demonstration', async () => {
    const response = await signIn(gateway, 'account=ada')
    expect(response.headers.getSetCookie()).toEqual([])
    expect(await codeIn(response)).toEqual([404, 'NOT_FOUND'])
  })

  test.each(['{ __schema { types { name } } }', '{ __type(name: "Query") { name } }'])(
    '%s is answered to those who may explore, and to nobody else',
    async (query) => {
      const codeFor = async (account: string) => {
        const authorization = `Bearer ${await gateway.tokenOf(account)}`
        return (await gateway.asks(query, {}, { authorization })).code
      }
      expect(await codeFor('op')).toBeUndefined()
      expect(await codeFor('pat')).toBeUndefined()
      expect(await codeFor('ada')).toBe('FORBIDDEN')
      expect((await gateway.asks(query)).code).toBe('FORBIDDEN')
    },
  )

  test('a wrong name is not put right', async () => {
    const { errors } = await gateway.asks('{ viewr { displayNam } }')
    expect(errors?.map(({ message }) => message).join()).not.toMatch(/did you mean|viewer/i)
  })
})
