import { getIntrospectionQuery } from 'graphql'
import { answering, post, startTestGateway, type TestGateway } from '../testing/gateway.js'
import { graphLimits } from './limits.js'

let gateway: TestGateway
beforeAll(async () => {
  gateway = await startTestGateway()
})
afterAll(() => gateway.stop())
beforeEach(() => {
  gateway.subgraphs.answer = answering(200, { data: { viewer: { displayName: 'Ada' } } })
})

const viewer = '{ viewer { displayName } }'

describe('what is asked', () => {
  test.each<[string, Parameters<typeof post>[1], number, string]>([
    ['null', 'null', 400, 'BAD_REQUEST'],
    ['a number', '1', 400, 'BAD_REQUEST'],
    ['a text', '"x"', 400, 'BAD_REQUEST'],
    ['a list, which would be a batch', [{ query: viewer }], 400, 'BAD_REQUEST'],
    ['nothing', '', 400, 'BAD_REQUEST'],
    ['half of JSON', '{"query":', 400, 'BAD_REQUEST'],
    ['bytes that are no UTF-8', Buffer.from([0x22, 0xff, 0xfe, 0x22]), 400, 'BAD_REQUEST'],
    ['a query that is no text', { query: 5 }, 400, 'BAD_REQUEST'],
    ['variables that are no object', { query: viewer, variables: 'x' }, 400, 'BAD_REQUEST'],
    ['a name that is no text', { query: viewer, operationName: {} }, 400, 'BAD_REQUEST'],
    ['a name that no operation has', { query: viewer, operationName: 'x' }, 400, 'BAD_REQUEST'],
    ['two operations and no name', { query: `query A ${viewer} query B ${viewer}` }, 400, 'BAD_REQUEST'],
    ['a subscription', { query: 'subscription { newCredit { completionId } }' }, 400, 'BAD_REQUEST'],
    ['only a fragment', { query: 'fragment f on Viewer { role }' }, 400, 'GRAPHQL_VALIDATION_FAILED'],
    ['no GraphQL', { query: '{' }, 400, 'GRAPHQL_PARSE_FAILED'],
    ['what is not in the schema', { query: '{ nothing }' }, 400, 'GRAPHQL_VALIDATION_FAILED'],
    ['fragments in a circle', { query: '{ ...f } fragment f on Query { ...f }' }, 400, 'GRAPHQL_VALIDATION_FAILED'],
    ['2,000 levels', { query: `${'{a'.repeat(2_000)}${'}'.repeat(2_000)}` }, 400, 'GRAPHQL_PARSE_FAILED'],
    ['400 levels', { query: `${'{a'.repeat(400)}${'}'.repeat(400)}` }, 400, 'QUERY_TOO_DEEP'],
    [
      '50,000 levels of JSON',
      `{"query":"{a}","variables":{"a":${'['.repeat(50_000)}${']'.repeat(50_000)}}}`,
      400,
      'BAD_USER_INPUT',
    ],
    ['the SDL of a subgraph', { query: '{ _service { sdl } }' }, 400, 'GRAPHQL_VALIDATION_FAILED'],
    ['entities', { query: '{ _entities(representations: []) { __typename } }' }, 400, 'GRAPHQL_VALIDATION_FAILED'],
    [
      'what only parts may ask',
      { query: '{ matchLearners(claims: []) { __typename } }' },
      400,
      'GRAPHQL_VALIDATION_FAILED',
    ],
    [
      'an unregistered hash',
      { extensions: { persistedQuery: { version: 1, sha256Hash: 'a'.repeat(64) } } },
      404,
      'PERSISTED_QUERY_NOT_FOUND',
    ],
    ['what is no hash', { extensions: { persistedQuery: { version: 1, sha256Hash: 'a' } } }, 400, 'BAD_REQUEST'],
  ])('%s is refused in the words of the catalogue', async (_, body, status, code) => {
    const answer = await post(gateway.url, body)
    expect([answer.status, answer.code]).toEqual([status, code])
    expect(answer.text).not.toMatch(/stack|node_modules|127\.0\.0\.1/)
  })

  test.each([
    ['a prototype', '{"query":"{viewer{displayName}}","__proto__":{"a":1},"variables":{"__proto__":{"b":1}}}'],
    ['a constructor', '{"query":"{viewer{displayName}}","variables":{"constructor":{"prototype":{"b":1}}}}'],
  ])('%s among the keys changes nothing', async (_, body) => {
    expect((await post(gateway.url, body)).data).toEqual({ viewer: { displayName: 'Ada' } })
    expect({}).not.toHaveProperty('b')
  })

  test('tools for development may read the schema', async () => {
    const { status, data } = await gateway.asks(getIntrospectionQuery())
    expect([status, data]).toEqual([
      200,
      { __schema: expect.objectContaining({ queryType: { name: 'Query', kind: 'OBJECT' } }) },
    ])
  })

  test('tokens, bytes and cost have their limits', async () => {
    const list = (count: number) => `[${'"" '.repeat(count)}]`
    const tokens = (count: number) => `{v(a:${list(500)}b:${list(500)}c:${list(500)}d:${list(count - 1_521)})}`
    expect((await gateway.asks(tokens(graphLimits.tokens))).code).toBe('GRAPHQL_VALIDATION_FAILED')
    expect((await gateway.asks(tokens(graphLimits.tokens + 1))).code).toBe('GRAPHQL_PARSE_FAILED')

    const body = (bytes: number) => JSON.stringify({ query: viewer }).padEnd(bytes)
    expect((await post(gateway.url, body(graphLimits.bodyBytes))).status).toBe(200)
    const large = await post(gateway.url, body(graphLimits.bodyBytes + 1))
    expect([large.status, large.code]).toEqual([413, 'PAYLOAD_TOO_LARGE'])
    const authorization = `Bearer ${await gateway.tokenOf('ada')}`
    const known = await post(gateway.url, body(graphLimits.bodyBytes + 1), { authorization })
    expect([known.status, known.code]).toEqual([413, 'PAYLOAD_TOO_LARGE'])
    const huge = await post(gateway.url, body(graphLimits.bulk.bodyBytes + 1), { authorization })
    expect([huge.status, huge.code]).toEqual([413, 'PAYLOAD_TOO_LARGE'])

    gateway.subgraphs.answer = answering(200, { data: { activities: { edges: [] } } })
    const page = 'query ($n: Int!) { activities(first: $n) { edges { cursor } } }'
    expect((await gateway.asks(page, { n: graphLimits.cost - 1 }, { authorization })).status).toBe(200)
    const costly = await gateway.asks(page, { n: graphLimits.cost })
    expect([costly.status, costly.code]).toEqual([400, 'QUERY_TOO_COMPLEX'])
  })

  test('an answer that is too large is not sent', async () => {
    const name = (length: number) => answering(200, { data: { viewer: { displayName: 'x'.repeat(length) } } })
    gateway.subgraphs.answer = name(graphLimits.answerLength - 100)
    expect((await gateway.asks(viewer)).status).toBe(200)
    gateway.subgraphs.answer = name(graphLimits.answerLength)
    const answer = await gateway.asks(viewer)
    expect([answer.status, answer.code]).toEqual([413, 'RESPONSE_TOO_LARGE'])
  })

  test('what is too much at once and for those who wait is refused, and nothing later', async () => {
    let release = () => {}
    const held = new Promise<void>((resolve) => (release = resolve))
    gateway.subgraphs.answer = async (request, response) => {
      await held
      answering(200, { data: { viewer: null } })(request, response)
    }
    const statuses: number[] = []
    const all = Array.from({ length: graphLimits.gate.inFlight + graphLimits.gate.waitingOfOne + 3 }, async () => {
      const { status } = await gateway.asks(viewer)
      statuses.push(status)
    })
    while (statuses.length < 3) await new Promise((resolve) => setTimeout(resolve, 10))
    expect(statuses.slice(0, 3)).toEqual([503, 503, 503])
    release()
    await Promise.all(all)
    expect(statuses.filter((status) => status === 200).length).toBeGreaterThanOrEqual(graphLimits.gate.inFlight)
    expect((await gateway.asks(viewer)).status).toBe(200)
  })
})

describe('how it is asked', () => {
  const fetchGraph = async (path: string, init: RequestInit = {}) => {
    const response = await fetch(`${gateway.url}/graphql${path}`, init)
    const text = await response.text()
    return {
      status: response.status,
      headers: response.headers,
      code: text && JSON.parse(text).errors?.[0]?.extensions.code,
    }
  }
  const preflight = { 'apollo-require-preflight': 'true' }

  test.each(['PUT', 'DELETE', 'PATCH', 'OPTIONS'])('%s is no way to ask', async (method) => {
    const { status, headers } = await fetchGraph('', { method })
    expect([status, headers.get('allow')]).toEqual([405, 'GET, HEAD, POST'])
  })

  test('HEAD is GET without a body', async () => {
    const told = async (method: string, headers: Record<string, string>) => {
      const answer = await fetchGraph(`?query=${encodeURIComponent(viewer)}`, { method, headers })
      return [answer.status, answer.headers.get('content-type'), answer.headers.get('etag')]
    }
    expect(await told('HEAD', preflight)).toEqual(await told('GET', preflight))
    expect(await told('HEAD', {})).toEqual([400, 'application/json; charset=utf-8', null])
    expect(await told('HEAD', { ...preflight, accept: 'text/event-stream' })).toContain(406)
  })

  test.each([
    ['text/plain'],
    ['application/x-www-form-urlencoded'],
    ['multipart/form-data; boundary=x'],
    ['application/json-patch+json'],
    ['application/json; charset=utf-16'],
    ['application/json; charset="latin1"'],
    ['application/graphql'],
  ])('%s is not understood', async (type) => {
    const { status, code } = await fetchGraph('', {
      method: 'POST',
      headers: { 'content-type': type },
      body: JSON.stringify({ query: viewer }),
    })
    expect([status, code]).toEqual([415, 'UNSUPPORTED_MEDIA_TYPE'])
  })

  test('nor is a compressed body', async () => {
    const answer = await post(gateway.url, { query: viewer }, { 'content-encoding': 'gzip' })
    expect(answer.status).toBe(415)
  })

  test('a query may come by GET, a mutation not, and neither from a form or an image elsewhere', async () => {
    const query = `?query=${encodeURIComponent(viewer)}`
    expect((await fetchGraph(query, { headers: preflight })).status).toBe(200)
    expect(await fetchGraph(query)).toMatchObject({ status: 400, code: 'BAD_REQUEST' })
    const mutation = `?query=${encodeURIComponent('mutation { cancelUpload(batchId: "x") { state } }')}`
    expect(await fetchGraph(mutation, { headers: preflight })).toMatchObject({
      status: 405,
      code: 'METHOD_NOT_ALLOWED',
    })
  })

  test('the limits hold for GET as well', async () => {
    const deep = `?query=${encodeURIComponent(`${'{a'.repeat(13)}${'}'.repeat(13)}`)}`
    expect(await fetchGraph(deep, { headers: preflight })).toMatchObject({ status: 400, code: 'QUERY_TOO_DEEP' })
    const nul = `?query=${encodeURIComponent(viewer)}&variables=${encodeURIComponent('{"a":"\\u0000"}')}`
    expect(await fetchGraph(nul, { headers: preflight })).toMatchObject({ status: 400, code: 'BAD_USER_INPUT' })
    const broken = `?query=${encodeURIComponent(viewer)}&variables={`
    expect(await fetchGraph(broken, { headers: preflight })).toMatchObject({ status: 400, code: 'BAD_REQUEST' })
  })

  test('headers of tools for development do nothing', async () => {
    const headers = { 'apollo-query-plan-experimental': '1', 'apollo-federation-include-trace': 'ftv1' }
    const { text } = await gateway.asks(viewer, {}, headers)
    expect(JSON.parse(text)).toEqual({ data: { viewer: { displayName: 'Ada' } } })
  })

  test.each(['', '/', '?'])(
    'a browser that opens the address with “%s” behind it is led to the explorer',
    async (rest) => {
      const headers = { accept: 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8' }
      const response = await fetch(`${gateway.url}/graphql${rest}`, { headers, redirect: 'manual' })
      expect([response.status, response.headers.get('location')]).toEqual([303, '/graphiql'])
      expect(response.headers.get('x-content-type-options')).toBe('nosniff')
    },
  )

  test.each(['', `?query=${encodeURIComponent(viewer)}`])(
    'what any page could ask by GET is refused: “%s”',
    async (rest) => {
      const response = await fetch(`${gateway.url}/graphql${rest}`)
      const { errors } = (await response.json()) as { errors: { message: string }[] }
      expect([response.status, errors[0]?.message]).toEqual([400, 'Send the text of an operation as JSON by POST.'])
    },
  )

  test('no answer may be kept by a cache', async () => {
    const response = await fetch(`${gateway.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: viewer }),
    })
    expect(response.headers.get('cache-control')).toBe('no-store')
  })
})

describe('what a subgraph says', () => {
  const error = (code: string, message = 'secret') => ({
    errors: [{ message, extensions: { code, stacktrace: ['secret'] } }],
  })

  test.each<[string, number, unknown]>([
    ['that our token is wrong', 401, error('UNAUTHENTICATED')],
    ['that our request is too large', 413, error('PAYLOAD_TOO_LARGE')],
    ['that our operation is wrong', 400, error('GRAPHQL_VALIDATION_FAILED')],
    ['that it has failed', 500, error('INTERNAL')],
    ['something that is no answer', 200, 'secret'],
    ['nothing', 200, null],
  ])('%s is not the caller’s business', async (_, status, body) => {
    gateway.subgraphs.answer = answering(status, body)
    const answer = await gateway.asks(viewer)
    expect(answer.code).toBe('UPSTREAM_UNAVAILABLE')
    expect(answer.text).not.toContain('secret')
  })

  test('an error that is not of the catalogue becomes INTERNAL without a word', async () => {
    const thrown = {
      message: 'select secret',
      path: ['viewer'],
      extensions: { code: 'ER_SECRET', exception: 'secret' },
    }
    gateway.subgraphs.answer = answering(200, { data: { viewer: null }, errors: [thrown] })
    const answer = await gateway.asks(viewer)
    expect(answer.errors).toEqual([
      {
        message: 'Something went wrong on our side. Please try again.',
        path: ['viewer'],
        extensions: { code: 'INTERNAL', requestId: expect.stringMatching(/^[0-9a-f-]{36}$/) },
      },
    ])
  })

  test('what the caller can mend has no number for support', async () => {
    for (const query of ['{ nothing }', '{ viewer {']) {
      const { errors } = await gateway.asks(query)
      expect(errors?.map(({ extensions }) => Object.keys(extensions))).toEqual([['code']])
    }
  })

  test('of an error of the catalogue the sentence and our own extensions come through, and nothing else', async () => {
    const extensions = {
      code: 'NOT_FOUND',
      hint: 'Look again.',
      stacktrace: ['secret'],
      http: { status: 302 },
      serviceName: 'learners',
    }
    gateway.subgraphs.answer = answering(200, {
      data: { viewer: null },
      errors: [{ message: 'Gone.', path: ['viewer'], extensions }],
    })
    const answer = await gateway.asks(viewer)
    expect(answer.errors).toEqual([
      { message: 'Gone.', path: ['viewer'], extensions: { code: 'NOT_FOUND', hint: 'Look again.' } },
    ])
  })

  test('a value that does not fit its type is the caller’s business', async () => {
    gateway.subgraphs.answer = answering(400, error('BAD_USER_INPUT', 'Write a day.'))
    expect((await gateway.asks(viewer)).errors?.[0]).toMatchObject({
      message: 'Write a day.',
      extensions: { code: 'BAD_USER_INPUT' },
    })
  })

  test('what took too long says so', async () => {
    const late = { message: 'This took too long.', path: ['viewer'], extensions: { code: 'TIMED_OUT', secret: 1 } }
    gateway.subgraphs.answer = answering(200, { data: { viewer: null }, errors: [late] })
    const { errors } = await gateway.asks(viewer)
    expect(errors).toMatchObject([{ message: 'This took too long.', extensions: { code: 'TIMED_OUT' } }])
    expect(errors?.[0]?.extensions).not.toHaveProperty('secret')
  })

  test.each([
    ['the graph', '/graphql', { query: 'query LeavingToo { viewer { displayName role } }' }],
    ['an endpoint', '/api/Leaving', {}],
  ])('a subgraph is not kept busy for a caller of %s who has gone', async (_, path, body) => {
    const headers = { authorization: `Bearer ${await gateway.keyFor('ada')}`, 'content-type': 'application/json' }
    const operations = [
      { body: 'query Leaving { viewer { displayName } }' },
      { body: 'query LeavingToo { viewer { displayName role } }' },
    ]
    await fetch(`${gateway.url}/operations`, { method: 'POST', headers, body: JSON.stringify({ operations }) })
    const leaving = new AbortController()
    const ended = new Promise((resolve) => {
      gateway.subgraphs.answer = (request) => {
        request.socket.once('close', () => resolve('ended'))
        expect(Number(request.headers['x-creditgraph-time-left'])).toBeGreaterThan(29_000)
        leaving.abort()
      }
    })
    const { signal } = leaving
    const asked = fetch(`${gateway.url}${path}`, { method: 'POST', headers, body: JSON.stringify(body), signal })
    await expect(asked).rejects.toThrow('aborted')
    expect(await ended).toBe('ended')
  })

  test('a connection that breaks is UPSTREAM_UNAVAILABLE without an address', async () => {
    gateway.subgraphs.answer = (request) => void request.destroy()
    const answer = await gateway.asks(viewer)
    expect(answer.code).toBe('UPSTREAM_UNAVAILABLE')
    expect(answer.text).not.toMatch(/127\.0\.0\.1|ECONN|socket/)
  })
})

describe('what has been asked before', () => {
  const named = 'query Name ($first: Int) { viewer { displayName } activities(first: $first) { edges { cursor } } }'
  const change = 'mutation { readNotification(notificationId: "1") { notificationId } }'
  let authorization: string

  beforeAll(async () => {
    authorization = `Bearer ${await gateway.tokenOf('ada')}`
  })

  const name = { viewer: { displayName: 'Ada' }, activities: { edges: [] } }
  const ask = async (body: object, headers: Record<string, string> = {}) => {
    const response = await fetch(`${gateway.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization, ...headers },
      body: JSON.stringify(body),
    })
    const told = [...response.headers].filter(([header]) => !['date', 'x-request-id', 'ratelimit'].includes(header))
    return { status: response.status, headers: Object.fromEntries(told), text: await response.text() }
  }

  test.each([
    [{}],
    [{ accept: 'application/json' }],
    [{ accept: 'application/graphql-response+json' }],
    [{ accept: 'text/html' }],
  ])('is answered in the same way to whoever sends %j', async (headers) => {
    gateway.subgraphs.answer = answering(200, { data: name })
    const body = { query: named, operationName: 'Name', variables: { first: 2 } }
    const first = await ask(body, headers)
    for (let again = 0; again < 2; again += 1) expect(await ask(body, headers)).toEqual(first)
  })

  test('is answered in the same way where a subgraph fails, and asked of it once', async () => {
    let asked = 0
    const errors = [{ message: 'No such notification.', path: ['readNotification'], extensions: { code: 'NOT_FOUND' } }]
    gateway.subgraphs.answer = (request, response) => {
      asked += 1
      return answering(200, { data: null, errors })(request, response)
    }
    const first = await ask({ query: change })
    expect(JSON.parse(first.text).errors[0].extensions.code).toBe('NOT_FOUND')
    for (let again = 0; again < 2; again += 1) expect(await ask({ query: change })).toEqual(first)
    expect(asked).toBe(3)
  })

  test('is held to every limit again', async () => {
    gateway.subgraphs.answer = answering(200, { data: name })
    expect((await gateway.asks(named, { first: 2 }, { authorization })).status).toBe(200)
    expect((await gateway.asks(named, { first: 1e9 })).code).toBe('QUERY_TOO_COMPLEX')
    expect((await gateway.asks(named, { first: 'two' }, { authorization })).code).toBe('BAD_USER_INPUT')
    expect((await post(gateway.url, { query: named, variables: [] })).code).toBe('BAD_REQUEST')
    expect((await post(gateway.url, { query: named, operationName: 'Other' })).code).toBe('BAD_REQUEST')
    expect((await post(gateway.url, { query: named, extensions: 'x' })).code).toBe('BAD_REQUEST')
    expect((await gateway.asks(named, { first: 2 })).code).toBe('UNAUTHENTICATED')
    expect((await gateway.asks(named, { first: 2 }, { authorization })).data).toEqual(name)
  })
})
