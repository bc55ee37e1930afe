import { legacyColumns, templateOf } from './legacy-layout.js'

test('template C has 58 columns and template D 47 (5.4)', () => {
  expect(legacyColumns.TEMPLATE_C).toHaveLength(58)
  expect(legacyColumns.TEMPLATE_D).toHaveLength(47)
})

test.each([
  [58, 'TEMPLATE_C'],
  [66, 'TEMPLATE_C'],
  [138, 'TEMPLATE_C'],
  [47, 'TEMPLATE_D'],
  [55, 'TEMPLATE_D'],
  [43, 'OLDEST'],
  [51, 'OLDEST'],
  [46, undefined],
  [57, undefined],
  [3, undefined],
  [0, undefined],
])('%d columns are %s', (count, template) => expect(templateOf(count)).toBe(template))
