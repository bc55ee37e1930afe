import { fittingOf } from './fitting-of'

test.each([
  ['all of them, without the button', [50, 50, 50], 150, 3],
  ['all but those whose place the button takes', [50, 50, 50], 149, 2],
  ['fewer beside a wide button', [50, 50, 50], 110, 1],
  ['none', [50, 50, 50], 60, 0],
  ['no pages', [], 100, 0],
])('%s', (_, widths, room, fitting) => expect(fittingOf(widths, room, 40)).toBe(fitting))
