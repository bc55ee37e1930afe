import { people, TestSubgraph } from '../testing/subgraph.js'
import { Activity } from './activity.js'
import { activityFactsOf } from './activity-facts.js'
import { readFacts } from './activity-facts.query.js'

const { ada, bo, jo, op, dee } = people
let providers: TestSubgraph

beforeAll(async () => {
  providers = await TestSubgraph.start()
})
afterAll(() => providers.stop())

interface Listed {
  activities: {
    totalCount: number
    edges: { cursor: string; node: { title: string } }[]
    pageInfo: { endCursor: string; hasNextPage: boolean }
  }
}
const list = (who: typeof ada | typeof op, args: string) =>
  providers.ask<Listed>(
    who,
    `{ activities(${args}) { totalCount edges { cursor node { title } } pageInfo { endCursor hasNextPage } } }`,
  )
const titles = async (args: string) => (await list(ada, args)).activities.edges.map(({ node }) => node.title)

async function has(title: string, fields: object = {}, mocRegistrations: object[] = []) {
  const { saveActivity } = await providers.ask<{ saveActivity: { activity: { activityId: string } } }>(
    ada,
    `mutation ($input: ActivityInput!, $moc: [BoardRegistrationInput!]) {
      saveActivity(input: $input, mocRegistrations: $moc) { activity { activityId } issues { message } } }`,
    { input: { title, ...fields }, moc: mocRegistrations },
  )
  return saveActivity.activity.activityId
}

const attestations = ['COMPLIANCE', 'DATA_COLLECTION', 'DATA_USE', 'PUBLICATION', 'AUDIT_COOPERATION']

describe('the list', () => {
  beforeAll(async () => {
    await has('Blank')
    await has('Alpha', { startsOn: '2026-01-01', endsOn: '2026-01-02', activityFormat: 'COURSE', credits: 2 })
    await has('Beta', { startsOn: '2026-06-20', endsOn: '2026-06-20', activityFormat: 'RSS', credits: 9 }, [
      { boardCode: 'ABIM', points: 9, creditTypes: ['MK'], practiceAreas: ['Nephrology'], attestations },
    ])
    await has('Gamma 100%', { startsOn: '2025-12-01', endsOn: '2026-02-01', activityFormat: 'ENDURING', credits: 2 })
  })

  test.each([
    ['', ['Beta', 'Alpha', 'Gamma 100%', 'Blank']],
    ['sort: STARTS_ASC', ['Gamma 100%', 'Alpha', 'Beta', 'Blank']],
    ['sort: TITLE_ASC', ['Alpha', 'Beta', 'Blank', 'Gamma 100%']],
    ['sort: CREDITS_DESC', ['Beta', 'Gamma 100%', 'Alpha', 'Blank']],
    ['formats: [COURSE, RSS]', ['Beta', 'Alpha']],
    ['year: 2025', ['Gamma 100%']],
    ['year: 2026, startsFrom: "2026-01-01"', ['Beta', 'Alpha']],
    ['startsUntil: "2025-12-31"', ['Gamma 100%']],
    ['year: 999999', []],
    ['boardCode: "ABIM"', ['Beta']],
    ['boardCode: "ABP"', []],
    ['status: ACTIVE', []],
    ['statuses: [DRAFT, CLOSED], search: "0%"', ['Gamma 100%']],
    ['attention: DRAFT_SOON', ['Beta', 'Alpha', 'Gamma 100%']],
    ['displayInPassport: true', []],
  ])('%s', async (args, expected) => {
    expect(await titles(`first: 10 ${args}`)).toEqual(expected)
  })

  test.each(['STARTS_DESC', 'STARTS_ASC', 'TITLE_ASC', 'CHANGED_DESC', 'CREDITS_DESC'])(
    'goes page by page through everything by %s',
    async (sort) => {
      const whole = await titles(`first: 10, sort: ${sort}`)
      const seen: string[] = []
      let after: string | undefined
      do {
        const { activities } = await list(ada, `first: 1, sort: ${sort}${after ? `, after: "${after}"` : ''}`)
        expect(activities.totalCount).toBe(4)
        seen.push(...activities.edges.map(({ node }) => node.title))
        after = activities.pageInfo.hasNextPage ? activities.pageInfo.endCursor : undefined
      } while (after)
      expect(seen).toEqual(whole)
    },
  )

  test('is one statement, and one more for the count', async () => {
    const query = 'activities(first: 10, boardCode: "ABIM", year: 2026, attention: DRAFT_SOON)'
    const ask = (fields: string) => providers.statementsOf(() => providers.ask(ada, `{ ${query} { ${fields} } }`))
    expect(await ask('edges { node { title provider { name } } }')).toBe(1)
    expect(await ask('totalCount edges { node { title } }')).toBe(2)
  })

  test('says how each activity stands in as many statements for one as for all', async () => {
    const query = (first: number) =>
      `{ activities(first: ${first}) { edges { node { issues { code } missingFor { closed { field } } verbs { verb } } } } }`
    const of = (first: number) => providers.statementsOf(() => providers.ask(ada, query(first)))
    expect(await of(4)).toBe(await of(1))
  })

  test('a cursor of another order is refused', async () => {
    const { activities } = await list(ada, 'first: 1, sort: CHANGED_DESC')
    await expect(list(ada, `first: 1, sort: STARTS_ASC, after: "${activities.pageInfo.endCursor}"`)).rejects.toThrow(
      'CURSOR_INVALID',
    )
  })

  test('what other parts read of an activity is what its events tell them', async () => {
    const em = providers.orm.em.fork()
    const activities = await em.find(Activity, {}, { populate: ['mocRegistrations'], orderBy: { activityId: 'asc' } })
    const facts = await readFacts(em, ['999999999', ...activities.map(({ activityId }) => activityId)])
    expect(facts.map(({ title }) => title)).toEqual(['Blank', 'Alpha', 'Beta', 'Gamma 100%'])
    expect(facts).toEqual(activities.map((activity) => ({ ...activityFactsOf(activity), isHeld: false })))
    expect(facts[2]?.registrations).toMatchObject([{ boardCode: 'ABIM', points: 36, creditTypes: ['MK'] }])
  })

  test('what needs attention is counted as it is listed', async () => {
    const { activityAttention } = await providers.ask<{ activityAttention: { attention: string; count: number }[] }>(
      ada,
      '{ activityAttention { attention count } }',
    )
    for (const { attention, count } of activityAttention)
      expect(await titles(`first: 10, attention: ${attention}`)).toHaveLength(count)
    expect(activityAttention).toContainEqual({ attention: 'DRAFT_SOON', count: 3 })
  })
})

describe('how an activity stands', () => {
  const review = `issues { code } missingFor { active { field } } verbs { verb isAllowed reasons { code } }
    history(first: 1) { edges { node { verb by source version fields { name label before after } } } pageInfo { hasNextPage } }`

  test('its provider and the operator read it, and nobody else', async () => {
    const activityId = await has('Delta', { startsOn: '2026-09-02', endsOn: '2026-09-01', credits: 1.5 })
    const query = `{ activity(activityId: "${activityId}") { ${review} } }`
    const { activity } = await providers.ask<{ activity: Record<string, unknown> }>(ada, query)
    expect(activity).toMatchObject({ issues: [{ code: 'DAYS_REVERSED' }] })
    expect(activity.verbs).toContainEqual({ verb: 'DELETE', isAllowed: true, reasons: [] })
    expect(activity.history).toMatchObject({ edges: [{ node: { verb: 'CREATE', by: 'Ada Reyes', source: 'FORM' } }] })
    expect(JSON.stringify(activity.history)).toContain(
      JSON.stringify({ name: 'credits', label: 'AMA PRA Category 1 Credits', before: null, after: '1.5' }),
    )
    const seen = await providers.ask<{ activity: { verbs: { verb: string }[] } }>(op, query)
    expect(seen.activity.verbs.map(({ verb }) => verb)).toEqual(['REOPEN'])
    await expect(providers.ask(bo, query)).rejects.toThrow('NOT_FOUND')
    await expect(providers.ask(dee, query)).rejects.toThrow('NOT_FOUND')
  })
})

describe('the form', () => {
  interface Asked {
    activityForm: { accreditationType: string; fields: { name: string; kind: string }[]; boards: { code: string }[] }
  }
  const form = (who: typeof ada | typeof jo | typeof op, args = '') =>
    providers.ask<Asked>(who, `{ activityForm${args} { accreditationType fields { name kind } boards { code } } }`)

  test('asks each kind of provider its own questions', async () => {
    const names = async (who: typeof ada | typeof jo) => (await form(who)).activityForm.fields.map(({ name }) => name)
    expect(await names(ada)).not.toContain('otherCredits')
    expect(await names(jo)).toEqual(expect.arrayContaining(['otherCredits', 'pharmacy', 'learnersByProfession']))
    expect(await names(jo)).not.toContain('physicianLearners')
  })

  test('offers the boards that take part (M14)', async () => {
    const codes = (await form(ada)).activityForm.boards.map(({ code }) => code)
    expect(codes).toContain('ABPMR')
    expect(codes).not.toContain('ABO')
  })

  test('the operator says for whom', async () => {
    await expect(form(op)).rejects.toThrow('FORBIDDEN')
    expect((await form(op, '(accreditationType: JOINT)')).activityForm.accreditationType).toBe('JOINT')
  })
})
