import { readArguments } from './arguments.js'

test.each([
  [[], { scale: 's', seed: 1, replace: false }],
  [['--scale', 'm', '--seed', '42'], { scale: 'm', seed: 42, replace: false }],
  [['--scale=l', '--seed=0', '--replace'], { scale: 'l', seed: 0, replace: true }],
])('%j is understood', (args, expected) => {
  expect(readArguments(args)).toEqual(expected)
})

test.each([
  [['--scale', 'xl'], 'There is no scale "xl"'],
  [['--scale', 'toString'], 'There is no scale "toString"'],
  [['--seed', 'abc'], '"abc" is no whole number'],
  [['--seed', '1.5'], '"1.5" is no whole number'],
  [['--seed', '4294967296'], 'is no whole number from 0 to 4294967295'],
  [['--sale', 'm'], 'Unknown option'],
  [['m'], 'Unexpected argument'],
])('%j is refused with the way it is used', (args, sentence) => {
  expect(() => readArguments(args)).toThrow(sentence)
  expect(() => readArguments(args)).toThrow('Use: npm run seed')
})
