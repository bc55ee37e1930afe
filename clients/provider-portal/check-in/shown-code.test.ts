import { codeAt, modulesPath, scanAddress } from './shown-code'

const codes = ['14:00:00', '14:00:15', '14:00:30'].map((time) => ({
  startsAt: `2026-06-20T${time}.000Z`,
  scanned: `K7QF2.${time}.x`,
  typed: time,
}))
const at = (time: string) => codeAt(codes, 15, Date.parse(`2026-06-20T${time}Z`))

test.each([
  ['before the first', '13:59:59.999', undefined, undefined],
  ['as the first begins', '14:00:00.000', '14:00:00', 15],
  ['at its end', '14:00:14.999', '14:00:00', 1],
  ['as the next begins', '14:00:15.000', '14:00:15', 15],
  ['in the last', '14:00:44.000', '14:00:30', 1],
  ['after the last', '14:00:45.000', undefined, undefined],
])('%s', (_, time, typed, secondsLeft) => {
  expect([at(time)?.code.typed, at(time)?.secondsLeft]).toEqual([typed, secondsLeft])
})

test('a code stands behind the # of the address', () => {
  const [code] = codes
  expect(code && scanAddress('https://credit.example', code)).toBe(
    'https://credit.example/passport/check-in#K7QF2.14:00:00.x',
  )
})

test('each dark module is a square of the picture', () => {
  expect(
    modulesPath([
      [true, false],
      [false, true],
    ]),
  ).toBe('M0 0h1v1h-1zM1 1h1v1h-1z')
})
