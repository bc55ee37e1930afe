import { Catalogue, countsOf } from './testing/catalogue.js'

let catalogue: Catalogue
beforeAll(async () => {
  catalogue = await Catalogue.open()
  await catalogue.has({
    title: 'Other',
    provider_id: '0000002',
    activity_format: 'RSS',
    delivery_methods: ['PRINT_OTHER'],
  })
})
afterAll(() => catalogue.close())

/** What each filter is about: columns of the one activity that it is to find, and the filter. */
test.each<[string, Record<string, unknown>, Record<string, unknown>]>([
  ['not over before', { ends_on: '2028-01-01' }, { from: '2027-06-01' }],
  ['begun by', { starts_on: '2020-01-01' }, { to: '2020-06-01' }],
  ['state', { state: 'HI', city: 'Hilo', country: 'USA' }, { states: ['HI', 'AK'] }],
  ['format', { activity_format: 'JOURNAL' }, { formats: ['JOURNAL'] }],
  ['delivery', { delivery_methods: ['IN_PERSON', 'LIVE_STREAMED'] }, { deliveryMethods: ['LIVE_STREAMED'] }],
  ['least credit', { credit_quarters: 80 }, { minCredits: 19.75 }],
  ['most credit', { credit_quarters: 1 }, { maxCredits: 0.5 }],
  ['other credit', { other_credits: '[{"category":"NURSING","quarters":4}]' }, { creditCategories: ['NURSING'] }],
  ['fee', { fee: 'VARIABLE' }, { fees: ['VARIABLE'] }],
  ['registration', { registration: 'LIMITED' }, { registrations: ['LIMITED'] }],
  ['specialty', { specialties: ['Nephrology'] }, { specialties: ['Nephrology'] }],
  ['provider', { title: 'Only', provider_id: '0000001' }, { providerIds: ['0000001'] }],
  ['topic', { state_content_tags: '[{"domain":"Opioids","topic":"Tapering"}]' }, { topics: ['Opioids: Tapering'] }],
  ['MIPS', { is_mips: true }, { mips: true }],
  ['REMS', { rems: '{"type":"MYCOPHENOLATE","identifier":"x"}' }, { rems: ['MYCOPHENOLATE'] }],
])('by %s', async (_, columns, filter) => {
  const id = await catalogue.has({ title: 'Wanted', provider_id: '0000002', ...columns })
  const found = await catalogue.searches({ filter })
  expect(found.edges.map(({ node }) => node.activity.activityId)).toEqual([id])
  expect(found.totalCount).toBe(1)
  await catalogue.run('delete from activity where activity_id = $1', [id])
})

test('AMA PRA Category 1 is a category of credit like any other', async () => {
  const nursing = { credit_quarters: null, other_credits: '[{"category":"NURSING","quarters":8}]' }
  const id = await catalogue.has({ title: 'Nurses', ...nursing })
  expect(await catalogue.finds(null, { creditCategories: ['AMA_PRA_1'] })).toEqual(['Other'])
  expect(await catalogue.finds(null, { minCredits: 2 })).toEqual(['Nurses'])
  await catalogue.run('delete from activity where activity_id = $1', [id])
})

describe('P10', () => {
  const ids: string[] = []
  beforeAll(async () => {
    for (const title of ['Registered', 'Withdrawn', 'Of ABIM in its title alone', 'Safety of ABA']) {
      const id = await catalogue.has({ title, description: 'For ABIM diplomates: Medical Knowledge.' })
      ids.push(id)
    }
    const [registered = '', withdrawn = '', , ofAba = ''] = ids
    await catalogue.registers(registered, 'ABIM', ['MK'], ['Nephrology'])
    await catalogue.registers(registered, 'ABA', ['LL'])
    await catalogue.registers(withdrawn, 'ABIM', ['MK', 'PS'])
    await catalogue.run(`update moc_registration set status = 'WITHDRAWN' where activity_id = $1`, [withdrawn])
    await catalogue.registers(ofAba, 'ABA', ['PS'])
  })

  test('the board filter uses registrations, not text', async () => {
    expect(await catalogue.finds(null, { certifyingBoards: ['ABIM'] })).toEqual(['Registered'])
    expect((await catalogue.finds('abim')).length).toBeGreaterThan(1)
  })

  test('a credit type is one of that board', async () => {
    expect(await catalogue.finds(null, { creditTypes: ['ABA/PS'] })).toEqual(['Safety of ABA'])
    expect(await catalogue.finds(null, { creditTypes: ['ABA/MK', 'ABIM/PS'] })).toEqual([])
  })

  test('a practice area of a registration is a specialty', async () => {
    expect(await catalogue.finds(null, { specialties: ['Nephrology'] })).toEqual(['Registered'])
  })

  test('all filters have to fit, and within one any value', async () => {
    expect((await catalogue.finds(null, { certifyingBoards: ['ABIM', 'ABA'] })).sort()).toEqual([
      'Registered',
      'Safety of ABA',
    ])
    expect(await catalogue.finds('safety', { certifyingBoards: ['ABIM', 'ABA'], fees: ['NO_FREE'] })).toEqual([
      'Safety of ABA',
    ])
    expect(await catalogue.finds('safety', { certifyingBoards: ['ABIM'] })).toEqual([])
    expect(await catalogue.finds(null, { certifyingBoards: ['ABA'], fees: ['YES'] })).toEqual([])
  })

  test('boards and types are counted by registrations', async () => {
    const found = await catalogue.searches()
    expect(countsOf(found, 'BOARD')).toEqual({ ABA: 2, ABIM: 1 })
    expect(countsOf(found, 'CREDIT_TYPE')).toEqual({ 'ABA/LL': 1, 'ABA/PS': 1, 'ABIM/MK': 1 })
    const labels = found.facets.find(({ facet }) => facet === 'CREDIT_TYPE')?.values.map(({ label }) => label)
    expect(labels).toContain('ABIM Medical Knowledge')
  })
})
