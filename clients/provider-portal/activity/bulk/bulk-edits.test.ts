import type { BulkActivityFragment } from '../../../graphql/graphql'
import { bulkColumns } from './bulk-columns'
import { countOf, edited, itemsOf } from './bulk-edits'

const anActivity = (activityId: string, part: Partial<BulkActivityFragment> = {}): BulkActivityFragment => ({
  activityId,
  version: 3,
  title: 'Grand Rounds',
  providerActivityId: null,
  commercialSupportReceived: null,
  status: 'ACTIVE',
  startsOn: '2026-03-01',
  endsOn: '2026-03-01',
  credits: 1,
  physicianLearners: null,
  otherLearners: null,
  displayInPassport: true,
  fee: 'NO_FREE',
  registration: null,
  ...part,
})
const activities = [anActivity('1'), anActivity('2', { physicianLearners: 12 })]
const cell = (rowKey: string, columnId: string, text: string) => ({ rowKey, columnId, text })

test.each([
  ['startsOn', '3/15/26', { fields: { startsOn: '2026-03-15' } }],
  ['startsOn', '', { fields: { startsOn: null } }],
  ['physicianLearners', '1,204', { fields: { physicianLearners: 1204 } }],
  ['credits', '1.25', { fields: { credits: 1.25 } }],
  ['displayInPassport', 'yes', { fields: { displayInPassport: true } }],
  ['displayInPassport', 'No', { fields: { displayInPassport: false } }],
  ['fee', "no, it's free", { fields: { fee: 'NO_FREE' } }],
  ['registration', 'LIMITED', { fields: { registration: 'LIMITED' } }],
  ['status', 'Closed', { close: true }],
  ['status', 'active', { activate: true }],
])('in %s, “%s” is read', (id, text, part) => {
  expect(bulkColumns.find((column) => column.id === id)?.read(text)).toEqual({ part })
})

test.each([
  ['startsOn', 'soon'],
  ['physicianLearners', 'many'],
  ['fee', 'perhaps'],
  ['status', 'Draft'],
])('in %s, “%s” is answered with what to write', (id, text) => {
  expect(bulkColumns.find((column) => column.id === id)?.read(text)).toHaveProperty('problem')
})

test('a cell that is back at what is stored is no edit', () => {
  const edits = edited({}, [cell('2', 'physicianLearners', '15'), cell('1', 'otherLearners', '4')], activities)
  expect(countOf(edits)).toEqual({ activities: 2, cells: 2 })
  expect(edited(edits, [cell('2', 'physicianLearners', '12')], activities)).toEqual({ '1': { otherLearners: '4' } })
})

test('each changed activity is one item with the version that was seen', () => {
  const edits = edited({}, [cell('1', 'physicianLearners', '40'), cell('1', 'status', 'Closed')], activities)
  expect(itemsOf(edits, activities)).toEqual({
    items: [{ activityId: '1', expectedVersion: 3, fields: { physicianLearners: 40 }, close: true }],
    issues: {},
  })
})

test('an activity with a cell that cannot be read stays behind; the others are sent', () => {
  const edits = edited({}, [cell('1', 'physicianLearners', 'many'), cell('2', 'physicianLearners', '9')], activities)
  const { items, issues } = itemsOf(edits, activities)
  expect(items.map(({ activityId }) => activityId)).toEqual(['2'])
  expect(issues['1']?.physicianLearners?.text).toContain('Write a number')
})
