import { Catalogue } from '../activity/search/testing/catalogue.js'
import { activityPage } from './activity-page.js'
import { calendarFile } from './calendar-file.js'
import { findPublicActivity } from './public-activity.js'
import { sitemapIndex, sitemapPage } from './sitemap.js'
import { structuredData } from './structured-data.js'

const origin = 'https://credit.test'
const today = '2026-06-30'

let catalogue: Catalogue
beforeAll(async () => {
  catalogue = await Catalogue.open()
})
afterAll(() => catalogue.close())

async function shown(activityId: string) {
  const found = await findPublicActivity(catalogue.orm.em.fork(), activityId, origin, today)
  if (!found) throw new Error('It is not displayed.')
  return found
}

describe('whether there is a page', () => {
  test.each<[string, object, boolean]>([
    ['active and displayed', {}, true],
    ['closed', { status: 'CLOSED' }, true],
    ['over', { starts_on: '2025-01-01', ends_on: '2025-03-01' }, true],
    ['a draft', { status: 'DRAFT' }, false],
    ['deleted', { status: 'DELETED' }, false],
    ['not displayed', { display_in_passport: false }, false],
  ])('%s', async (_, columns, isThere) => {
    const id = await catalogue.has({ ...columns })
    const found = await findPublicActivity(catalogue.orm.em.fork(), id, origin, today)
    expect(Boolean(found)).toBe(isThere)
  })
})

test('the page says what a physician needs', async () => {
  const id = await catalogue.has({
    title: 'Heart Failure Update',
    description: 'First.\n\nSecond.',
    activity_format: 'COURSE',
    delivery_methods: ['IN_PERSON', 'LIVE_STREAMED'],
    starts_on: '2026-09-10',
    ends_on: '2026-09-11',
    city: 'Portland',
    state: 'ME',
    country: 'USA',
    credit_quarters: 31,
    providership: 'JOINT',
    joint_providers: ['Heart Foundation'],
    specialties: ['Cardiovascular Disease'],
    is_mips: true,
    rems: { type: 'OPIOID_ANALGESIC', identifier: 'EG-000001-001' },
    measured_outcomes: JSON.stringify([{ outcome: 'LEARNER_COMPETENCE', types: ['OBJECTIVE'] }]),
    commercial_support_received: false,
  })
  await catalogue.registers(id, 'ABIM', ['MK', 'PS'], ['Cardiovascular Disease'])
  const text = activityPage(await shown(id))
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')
  for (const words of [
    'Northern Light Institute',
    'First. Second.',
    'Register at learn.test',
    'Activity type Live course',
    'September 10, 2026 – September 11, 2026',
    'Location Portland, ME',
    '7.75 AMA PRA Category 1 Credits™',
    'American Board of Internal Medicine: 1 ABIM Point; Medical Knowledge, Patient Safety',
    'Specialties Cardiovascular Disease Registration Open to all',
    'Fee to participate No, it’s free',
    'FDA REMS Opioid Analgesic',
    'Qualifies for MIPS Yes',
    'Jointly provided with Heart Foundation',
    'Learner Competence (objective)',
    'Commercial support None received',
  ])
    expect(text).toContain(words)
})

test('an activity that is over says so, and leads nowhere', async () => {
  const page = activityPage(await shown(await catalogue.has({ starts_on: '2026-01-01', ends_on: '2026-06-29' })))
  expect(page).toContain('This activity ended on June 29, 2026.')
  expect(page).not.toMatch(/Register at|Add to calendar/)
  expect(page).toContain('noindex')
})

test.each(['http://learn.test/', 'javascript:alert(1)', 'https://bank.test@evil.test/', 'not an address', null])(
  'the page does not lead to %s',
  async (url) => {
    const page = activityPage(await shown(await catalogue.has({ url })))
    expect(page).not.toMatch(/Register at|javascript:|bank\.test|http:\/\/learn/)
  },
)

describe('what a provider writes is text', () => {
  const evil = `</script><script>alert(1)</script> "onload='x' &amp; \u2028 <!-- ]]> \r\nDTSTART:1970 ; , \\ 🩺`
  const evilActivity = () =>
    catalogue.has({
      title: evil.slice(0, 200),
      description: evil.repeat(5),
      city: evil,
      activity_format: 'COURSE',
      starts_on: '2026-09-10',
      ends_on: '2026-09-11',
      specialties: [evil],
      joint_providers: [evil],
      providership: 'JOINT',
      state_content_tags: JSON.stringify([{ domain: evil, topic: evil }]),
    })

  test('in HTML', async () => {
    const page = activityPage(await shown(await evilActivity()))
    // Two scripts of our own and the data; nothing that somebody wrote opens or closes an element.
    expect(page.match(/<script/g)).toHaveLength(3)
    expect(page.match(/<\/script/g)).toHaveLength(3)
    const markup = page.replace(/(ld\+json">).*?<\/script>/s, '')
    expect(markup).not.toMatch(/<!--|"onload|'x'/)
    expect(page).toContain('&lt;/script&gt;&lt;script&gt;alert(1)')
  })

  test('in structured data, where it can be read back', async () => {
    const activity = await shown(await evilActivity())
    const json = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(activityPage(activity))?.[1] ?? ''
    expect(json).not.toMatch(/[<>&\u2028]/)
    expect(JSON.parse(json)).toEqual(JSON.parse(JSON.stringify(structuredData(activity))))
  })

  test('in a calendar file, where it adds no line', async () => {
    const unfolded = calendarFile(await shown(await evilActivity())).replace(/\r\n[ \t]/g, '')
    const names = unfolded
      .trim()
      .split('\r\n')
      .map((line) => /^[A-Z-]+/.exec(line)?.[0])
    expect(names.filter((name) => name === 'DTSTART')).toHaveLength(1)
    expect(unfolded).toContain('DTSTART;VALUE=DATE:20260910')
    expect(unfolded).not.toMatch(/(?<!\r)\n/)
    expect(names).not.toContain(undefined)
  })
})

describe('the calendar file', () => {
  const lines = async (columns: object) =>
    calendarFile(await shown(await catalogue.has({ title: 'Sepsis', ...columns })))

  test('has whole days, the last one included', async () => {
    const file = await lines({ activity_format: 'COURSE', starts_on: '2026-12-30', ends_on: '2026-12-31' })
    expect(file).toContain('DTSTART;VALUE=DATE:20261230')
    expect(file).toContain('DTEND;VALUE=DATE:20270101')
    expect(file).toContain('SUMMARY:Sepsis')
  })

  test('reminds of the last day of what is open for long', async () => {
    const file = await lines({ starts_on: '2024-02-29', ends_on: '2027-02-28' })
    expect(file).toContain('SUMMARY:Last day: Sepsis')
    expect(file).toContain('DTSTART;VALUE=DATE:20270228')
    expect(file).toContain('DTEND;VALUE=DATE:20270301')
  })
})

describe('structured data', () => {
  test('of a live course are an event at its place, online too', async () => {
    const id = await catalogue.has({
      activity_format: 'COURSE',
      delivery_methods: ['IN_PERSON', 'LIVE_STREAMED'],
      starts_on: '2026-09-10',
      ends_on: '2026-09-11',
      city: 'Portland',
      state: 'ME',
      country: 'USA',
      fee: 'YES',
    })
    expect(structuredData(await shown(id))).toMatchObject({
      '@type': 'EducationEvent',
      startDate: '2026-09-10',
      endDate: '2026-09-11',
      eventAttendanceMode: 'https://schema.org/MixedEventAttendanceMode',
      location: [
        { '@type': 'Place', address: { addressLocality: 'Portland', addressRegion: 'ME', addressCountry: 'USA' } },
        { '@type': 'VirtualLocation', url: 'https://learn.test/a' },
      ],
      organizer: { name: 'Northern Light Institute' },
    })
  })

  test('of enduring material are a course with its instance, free of charge', async () => {
    expect(structuredData(await shown(await catalogue.has({})))).toMatchObject({
      '@type': 'Course',
      provider: { '@type': 'Organization' },
      hasCourseInstance: { '@type': 'CourseInstance', courseMode: 'Online', endDate: '2026-12-31' },
      isAccessibleForFree: true,
      offers: { price: 0 },
    })
  })
})

test('P09: the site map names what is found, and nothing else', async () => {
  const id = await catalogue.has({})
  const over = await catalogue.has({ ends_on: '2026-06-29' })
  const em = catalogue.orm.em.fork()
  expect(await sitemapIndex(em, origin)).toContain('<loc>https://credit.test/sitemap-1.xml</loc>')
  const page = await sitemapPage(em, origin, 1, today)
  expect(page).toContain(`<loc>https://credit.test/activity/${id}</loc><lastmod>`)
  expect(page).not.toContain(over)
  expect(await sitemapPage(em, origin, 99_999, today)).not.toContain('<url>')
})
