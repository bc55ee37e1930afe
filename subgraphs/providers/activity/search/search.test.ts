import { Catalogue, countsOf } from './testing/catalogue.js'

let catalogue: Catalogue
beforeAll(async () => {
  catalogue = await Catalogue.open()
})
afterAll(() => catalogue.close())
beforeEach(() => catalogue.run('delete from moc_registration').then(() => catalogue.run('delete from activity')))

describe('what is found', () => {
  test('P09: what is active, displayed and not over, to its last day', async () => {
    await catalogue.has({ title: 'Now' })
    await catalogue.has({ title: 'Ends today', ends_on: '2026-06-30' })
    await catalogue.has({ title: 'Over', ends_on: '2026-06-29' })
    await catalogue.has({ title: 'Later', starts_on: '2026-12-01' })
    await catalogue.has({ title: 'Hidden', display_in_passport: false })
    await catalogue.has({ title: 'Draft', status: 'DRAFT' })
    await catalogue.has({ title: 'Closed', status: 'CLOSED' })
    await catalogue.has({ title: 'Deleted', status: 'DELETED' })
    expect(new Set(await catalogue.finds(null))).toEqual(new Set(['Now', 'Ends today', 'Later']))
    expect((await catalogue.searches()).totalCount).toBe(3)
  })

  test('P09: today is the day in US Central time', async () => {
    await catalogue.has({ title: 'Ends on the 30th', ends_on: '2026-06-30' })
    const at = async (instant: string) => {
      const { data } = await catalogue.asks('{ searchActivities { totalCount } }', {}, undefined, new Date(instant))
      return (data as { searchActivities: { totalCount: number } }).searchActivities.totalCount
    }
    expect(await at('2026-07-01T04:59:00Z')).toBe(1)
    expect(await at('2026-07-01T05:01:00Z')).toBe(0)
  })

  test('a change is found at once, whichever way it goes', async () => {
    const id = await catalogue.has({ title: 'Gout' })
    expect(await catalogue.finds('gout')).toEqual(['Gout'])
    await catalogue.run(`update activity set title = 'Scurvy' where activity_id = $1`, [id])
    expect([await catalogue.finds('gout'), await catalogue.finds('scurvy')]).toEqual([[], ['Scurvy']])
    await catalogue.run(`update activity set status = 'CLOSED' where activity_id = $1`, [id])
    expect([await catalogue.finds('scurvy'), await catalogue.finds(null)]).toEqual([[], []])
    await catalogue.run(`update activity set status = 'ACTIVE' where activity_id = $1`, [id])
    expect(await catalogue.finds('scurvy')).toEqual(['Scurvy'])
    await catalogue.run('delete from activity')
    expect(await catalogue.finds(null)).toEqual([])
  })

  test('what another transaction has not committed yet is found when it has', async () => {
    const one = catalogue.orm.em.fork()
    const other = catalogue.orm.em.fork()
    await one.begin()
    await one.execute(insertSql('400000001', 'First begun'))
    await other.begin()
    await other.execute(insertSql('400000002', 'First committed'))
    await other.commit()
    expect(await catalogue.finds(null)).toEqual(['First committed'])
    await one.commit()
    expect(await catalogue.finds(null)).toEqual(['First begun', 'First committed'])
  })

  test('a provider is found by its name, the new one when it changes', async () => {
    await catalogue.has({ title: 'Sepsis', provider_id: '0000002' })
    expect(await catalogue.finds('cascade regional')).toEqual(['Sepsis'])
    await catalogue.run(`update provider_organization set name = 'Mesa Clinic' where provider_id = '0000002'`)
    expect([await catalogue.finds('cascade'), await catalogue.finds('mesa')]).toEqual([[], ['Sepsis']])
    await catalogue.run(
      `update provider_organization set name = 'Cascade Regional Hospital' where provider_id = '0000002'`,
    )
  })

  test('everybody finds the same, a provider too', async () => {
    await catalogue.has({ title: 'Of Ada', provider_id: '0000001' })
    const bo = { accountId: 'bo', displayName: 'Bo', role: 'PROVIDER_REPORTER', providerId: '0000002' } as const
    const { data } = await catalogue.asks('{ searchActivities { edges { node { activity { title } } } } }', {}, bo)
    expect(data).toMatchObject({ searchActivities: { edges: [{ node: { activity: { title: 'Of Ada' } } }] } })
  })
})

const insertSql = (id: string, title: string) => `
  insert into activity (activity_id, provider_id, title, activity_format, starts_on, ends_on, providership,
    credit_quarters, display_in_passport, status)
  values ('${id}', '0000001', '${title}', 'ENDURING', '2026-01-01', '2026-12-31', 'DIRECT', 4, true, 'ACTIVE')`

describe('words', () => {
  beforeEach(async () => {
    await catalogue.has({ title: 'Heart Failure Update', description: 'Drugs and devices.' })
    await catalogue.has({ title: 'Hypertension in Pregnancy', description: 'When the heart has to work for two.' })
    await catalogue.has({ title: 'Ménière’s Disease', city: 'Portland', state: 'ME', country: 'USA' })
    await catalogue.has({ title: 'Asthma', specialties: ['Allergy'] })
  })

  test.each<[string, string[]]>([
    ['heart', ['Heart Failure Update', 'Hypertension in Pregnancy']],
    ['HEARTS', ['Heart Failure Update', 'Hypertension in Pregnancy']],
    ['"heart failure"', ['Heart Failure Update']],
    ['heart -failure', ['Hypertension in Pregnancy']],
    ['asthma or pregnancy', ['Asthma', 'Hypertension in Pregnancy']],
    ['hypert', ['Hypertension in Pregnancy']],
    ['hypertensi', ['Hypertension in Pregnancy']],
    ['failure upd', ['Heart Failure Update']],
    ['meniere', ['Ménière’s Disease']],
    ['portland', ['Ménière’s Disease']],
    ['allergy', ['Asthma']],
    ['upd failure', []],
  ])('%s finds %j', async (text, titles) => {
    expect((await catalogue.finds(text)).sort()).toEqual(titles.sort())
  })

  test.each([
    ['hypertenson', 'hypertension', 'Hypertension in Pregnancy'],
    ['athsma', 'asthma', 'Asthma'],
    ['heart falure', 'heart failure', 'Heart Failure Update'],
    ['prengancy', 'pregnancy', 'Hypertension in Pregnancy'],
  ])('%s is read as %s', async (text, correctedText, title) => {
    const found = await catalogue.searches({ text })
    expect(found).toMatchObject({ correctedText, edges: [{ node: { activity: { title } } }] })
  })

  test('what resembles nothing finds nothing, and is not corrected', async () => {
    expect(await catalogue.searches({ text: 'xylophonist' })).toMatchObject({ totalCount: 0, correctedText: null })
  })

  test('what was looked for is marked', async () => {
    const found = await catalogue.searches({ text: 'heart' })
    expect(found.edges.map(({ node }) => node)).toMatchObject([
      {
        title: [
          { text: 'Heart', isMatch: true },
          { text: ' Failure Update', isMatch: false },
        ],
      },
      { snippet: [{ isMatch: false }, { text: 'heart', isMatch: true }, { isMatch: false }] },
    ])
  })
})

describe('hostile texts', () => {
  beforeEach(() => catalogue.has({ title: 'Fever' }))

  test.each([
    ['quotes', `fever' or ''='`],
    ['one quotation mark', '"fever'],
    ['operators', 'fever & | ! <-> :* ()'],
    ['only operators', `& | ! ( ) : * <-> '' "" - --`],
    ['regular expression', '(a+)+$ [[:alpha:]]* .*fever'],
    ['like', '%_\\fever'],
    ['NUL', 'fe\0ver'],
    ['half an emoji', 'fever \uD83D'],
    ['emoji', '🤒 fever 👩🏽‍⚕️'],
    ['directions', '\u202Efever\u2066'],
    ['10,000 characters', 'fever '.repeat(1_667)],
    ['one word of 10,000 characters', 'f'.repeat(10_000)],
    ['10,000 combining marks', `fever${'\u0301'.repeat(10_000)}`],
    ['our own marks', '\uE000fever\uE001'],
  ])('%s break nothing', async (_, text) => {
    await expect(catalogue.searches({ text })).resolves.toHaveProperty('totalCount')
    await expect(
      catalogue.asks('query ($text: String!) { suggestActivities(text: $text) { titles } }', { text }),
    ).resolves.not.toHaveProperty('errors')
  })

  test('what a provider writes stays text, marks of ours included', async () => {
    const title = '<img src=x onerror=alert(1)> \uE000Cough\uE001 & "more"'
    await catalogue.has({ title, description: '<script>cough</script>' })
    const [hit] = (await catalogue.searches({ text: 'cough' })).edges
    const whole = (pieces: { text: string }[] = []) => pieces.map(({ text }) => text).join('')
    expect(whole(hit?.node.title)).toBe('<img src=x onerror=alert(1)> Cough & "more"')
    expect(hit?.node.title.filter(({ isMatch }) => isMatch)).toEqual([{ text: 'Cough', isMatch: true }])
    // Postgres takes tags out of headlines; what is left is text all the same.
    expect(whole(hit?.node.snippet).trim()).toBe('cough')
  })
})

describe('facets', () => {
  test('each is counted as if it were not filtered by', async () => {
    await catalogue.has({ activity_format: 'COURSE', fee: 'YES' })
    await catalogue.has({ activity_format: 'COURSE', fee: 'NO_FREE' })
    await catalogue.has({ activity_format: 'JOURNAL', fee: 'YES' })
    const found = await catalogue.searches({ filter: { formats: ['COURSE'], fees: ['YES'] } })
    expect(found.totalCount).toBe(1)
    expect(countsOf(found, 'FORMAT')).toEqual({ COURSE: 1, JOURNAL: 1 })
    expect(countsOf(found, 'FEE')).toEqual({ YES: 1, NO_FREE: 1 })
    expect(countsOf(found, 'PROVIDER')).toEqual({ '0000001': 1 })
  })

  test('a value that is filtered by is there although nothing has it, and providers have their names', async () => {
    await catalogue.has({})
    const found = await catalogue.searches({ filter: { states: ['HI'] } })
    expect(found.facets.find(({ facet }) => facet === 'STATE')?.values).toEqual([
      { value: 'HI', label: 'Hawaii', count: 0, isSelected: true },
    ])
    const { facets } = await catalogue.searches()
    expect(facets.find(({ facet }) => facet === 'PROVIDER')?.values[0]?.label).toBe('Northern Light Institute')
  })
})

test('somebody who types is shown titles and providers that would be found', async () => {
  await catalogue.has({ title: 'Stroke in Young Adults' })
  await catalogue.has({ title: 'Stroke in Young Adults' })
  await catalogue.has({ title: 'Strongyloides', ends_on: '2026-02-01' })
  await catalogue.has({ title: 'Something of theirs', provider_id: '0000002' })
  const suggest = async (text: string) => {
    const query = 'query ($text: String!) { suggestActivities(text: $text) { titles providers { value label count } } }'
    return (await catalogue.asks(query, { text })).data?.suggestActivities
  }
  expect(await suggest('str')).toEqual({ titles: ['Stroke in Young Adults'], providers: [] })
  expect(await suggest('casc')).toEqual({
    titles: [],
    providers: [{ value: '0000002', label: 'Cascade Regional Hospital', count: 1 }],
  })
})
