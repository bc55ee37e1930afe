import { fittingOption } from './fitting-option'

const states = [
  { id: 'ME', label: 'Maine' },
  { id: 'ND', label: 'North Dakota' },
  { id: 'SD', label: 'South Dakota' },
  { id: 'VA', label: 'Virginia' },
  { id: 'WV', label: 'West Virginia' },
]

test.each([
  ['Maine', 'ME'],
  [' maine ', 'ME'],
  ['me', 'ME'],
  ['main', 'ME'],
  ['south', 'SD'],
  ['virginia', 'VA'],
  ['va', 'VA'],
])('“%s” means %s', (text, id) => expect(fittingOption(text, states)?.id).toBe(id))

test.each(['', '  ', 'dakota', 'Texas', 'mainee'])('“%s” means none of them', (text) =>
  expect(fittingOption(text, states)).toBeUndefined(),
)
