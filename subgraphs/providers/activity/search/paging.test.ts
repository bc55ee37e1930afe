import { Catalogue } from './testing/catalogue.js'

let catalogue: Catalogue
beforeAll(async () => {
  catalogue = await Catalogue.open()
})
afterAll(() => catalogue.close())
beforeEach(() => catalogue.run('delete from activity'))

const dayInJuly = (day: number) => `2026-07-${String(day).padStart(2, '0')}`

/** Twelve courses, one a day. */
const twelve = async () => {
  for (let day = 1; day <= 12; day += 1)
    await catalogue.has({ title: `Course ${day}`, starts_on: dayInJuly(day), ends_on: dayInJuly(day) })
}

/** Reads page by page; something may happen between pages. */
async function pages(variables: object, between: (page: number) => Promise<unknown> = async () => undefined) {
  const titles: string[] = []
  let after: string | null = null
  for (let page = 1; page <= 10; page += 1) {
    const found = await catalogue.searches({ ...variables, first: 5, after })
    titles.push(...found.edges.map(({ node }) => node.activity.title))
    if (!found.pageInfo.hasNextPage) return titles
    after = found.pageInfo.endCursor
    await between(page)
  }
  throw new Error('It does not end.')
}

const inOrder = Array.from({ length: 12 }, (_, index) => `Course ${index + 1}`)

test.each(['RELEVANCE', 'START_DATE', 'CREDITS'])('by %s each comes once', async (sort) => {
  await twelve()
  expect(await pages({ sort })).toEqual(inOrder)
  expect((await pages({ sort, text: 'course' })).sort()).toEqual(inOrder.toSorted())
})

test('what comes, goes and changes while somebody reads leaves every other in its place, once', async () => {
  await twelve()
  const titles = await pages({ sort: 'START_DATE' }, async (page) => {
    if (page > 1) return
    await catalogue.has({ title: 'Earlier', starts_on: dayInJuly(1), ends_on: dayInJuly(1) })
    await catalogue.has({ title: 'Later', starts_on: dayInJuly(8), ends_on: dayInJuly(9) })
    await catalogue.run(`delete from activity where title = 'Course 2'`)
    await catalogue.run(`update activity set status = 'CLOSED' where title = 'Course 7'`)
    await catalogue.run(`update activity set description = 'New words' where title = 'Course 9'`)
  })
  expect(titles).toEqual([...inOrder.slice(0, 6), 'Course 8', 'Later', ...inOrder.slice(8)])
})

test('a saved cursor goes on where it was, on another day and from another process', async () => {
  await twelve()
  const first = await catalogue.searches({ sort: 'START_DATE', first: 5 })
  const query =
    'query ($after: String) { searchActivities(sort: START_DATE, first: 3, after: $after) { edges { node { activity { title } } } } }'
  const { data } = await catalogue.asks(
    query,
    { after: first.pageInfo.endCursor },
    undefined,
    new Date('2026-07-03T18:00:00Z'),
  )
  expect(data).toEqual({
    searchActivities: {
      edges: ['Course 6', 'Course 7', 'Course 8'].map((title) => ({ node: { activity: { title } } })),
    },
  })
})

test('what is still to begin comes before what has begun, and of that the latest first', async () => {
  await catalogue.has({ title: 'Begun long ago', starts_on: '2025-01-01' })
  await catalogue.has({ title: 'Begun lately', starts_on: '2026-06-29' })
  await catalogue.has({ title: 'Today', starts_on: '2026-06-30' })
  await catalogue.has({ title: 'Next year', starts_on: '2027-01-01', ends_on: '2027-02-01' })
  expect(await catalogue.finds(null, {}, 'START_DATE')).toEqual([
    'Today',
    'Next year',
    'Begun lately',
    'Begun long ago',
  ])
})

test('by credits the most comes first, by relevance the title', async () => {
  await catalogue.has({ title: 'Little', credit_quarters: 1, description: 'About gout.' })
  await catalogue.has({ title: 'Much', credit_quarters: 100 })
  await catalogue.has({ title: 'Gout and other diseases of the joints' })
  await catalogue.has({ title: 'Gout' })
  expect((await catalogue.finds(null, {}, 'CREDITS'))[0]).toBe('Much')
  expect(await catalogue.finds('gout')).toEqual(['Gout', 'Gout and other diseases of the joints', 'Little'])
})

test.each([
  ['a page of none', { first: 0 }, 'PAGE_TOO_LARGE'],
  ['a page of 101', { first: 101 }, 'PAGE_TOO_LARGE'],
  ['a made-up cursor', { after: 'eyJ9' }, 'CURSOR_INVALID'],
  [
    'a cursor with other things in it',
    { after: Buffer.from('["START_DATE","x",1,1,1]').toString('base64url') },
    'CURSOR_INVALID',
  ],
  ['51 values', { filter: { states: Array.from({ length: 51 }, () => 'ME') } }, 'BAD_USER_INPUT'],
])('%s is refused', async (_, variables, code) => {
  await expect(catalogue.searches({ sort: 'START_DATE', ...variables })).rejects.toThrow(code)
})

test('a cursor of another order is refused', async () => {
  await twelve()
  const { pageInfo } = await catalogue.searches({ sort: 'CREDITS', first: 2 })
  await expect(catalogue.searches({ sort: 'START_DATE', after: pageInfo.endCursor })).rejects.toThrow('CURSOR_INVALID')
})
