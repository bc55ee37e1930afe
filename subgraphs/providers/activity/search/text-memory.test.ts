import { Catalogue } from './testing/catalogue.js'

let catalogue: Catalogue
beforeAll(async () => {
  catalogue = await Catalogue.open()
  await catalogue.run(`
    insert into activity (activity_id, provider_id, title, activity_format, starts_on, ends_on, providership,
      credit_quarters, display_in_passport, status)
    select (400000000 + n)::text, '0000001', 'Gout ' || n, 'ENDURING', '2026-01-01', '2026-12-31', 'DIRECT', 4, true,
      'ACTIVE'
    from generate_series(1, 1200) n`)
})
afterAll(() => catalogue.close())

const total = async (text = 'gout') => (await catalogue.searches({ text })).totalCount

test('what is remembered of a common word follows every change', async () => {
  expect([await total(), await total()]).toEqual([1_200, 1_200])
  await catalogue.run(`update activity set title = 'Scurvy' where activity_id = '400000007'`)
  expect([await total(), await total('scurvy')]).toEqual([1_199, 1])
  await catalogue.run(`update activity set status = 'CLOSED' where activity_id = '400000008'`)
  expect(await total()).toBe(1_198)
  await catalogue.has({ title: 'Gout anew' })
  expect(await total()).toBe(1_199)
})

test('more changes than are remembered are looked up anew', async () => {
  expect(await total('enduring or gout')).toBe(await total())
  await catalogue.run(`update activity set title = 'Pellagra ' || activity_id where title like 'Gout%'`)
  await catalogue.run(`update activity set description = 'Rare' where title like 'Pellagra%'`)
  await catalogue.run(`update activity set description = 'Rarer' where title like 'Pellagra%'`)
  expect([await total(), await total('pellagra'), await total('rarer')]).toEqual([0, 1_199, 1_199])
})
