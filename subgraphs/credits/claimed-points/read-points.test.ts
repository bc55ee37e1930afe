import { codeOf } from '../../shared/errors.js'
import { offeredBoards } from './offered-points.js'
import { allPoints, mostPoints, readPoints } from './read-points.js'

const registrations = [
  { boardCode: 'ABIM', quarters: 24, creditTypes: ['MK', 'PS'], creditClaimOn: null },
  { boardCode: 'ABS', quarters: 12, creditTypes: ['ACC_CME', 'SA'], creditClaimOn: null },
  { boardCode: 'ABP', quarters: 24, creditTypes: ['LLSA'], creditClaimOn: null },
]
const certified = (...codes: string[]) =>
  codes.map((code) => ({ boardId: `${code}-1`, status: 'ACTIVE' as const, board: { code } }))

describe('points are offered', () => {
  test.each([
    ['of each board that registered the activity and certified the physician', ['ABIM', 'ABS'], ['ABIM', 'ABS']],
    ['of no board that the activity is not registered with (L17)', ['ABA', 'ABIM'], ['ABIM']],
    ['of none to a physician without a certification (L18)', [], []],
    ['once of a board that has certified twice', ['ABP', 'ABP'], ['ABP']],
  ])('%s', (_, codes, offered) => {
    const boards = offeredBoards({ registrations }, certified(...codes), '2026-06-20')
    expect(boards.map(({ board }) => board)).toEqual(offered)
  })

  test('of no board whose certification has lapsed, and with the ID of the one that is current', () => {
    const [lapsed] = certified('ABIM').map((each) => ({ ...each, status: 'INACTIVE' as const }))
    const boards = (...held: ReturnType<typeof certified>) =>
      offeredBoards({ registrations }, lapsed ? [lapsed, ...held] : held, '2026-06-20')
    expect(boards()).toEqual([])
    expect(boards({ boardId: '7', status: 'ACTIVE', board: { code: 'ABIM' } })).toMatchObject([{ boardId: '7' }])
  })

  test('of ABS from 1 March 2021 on (L36), with the physician’s id and the types of the registration', () => {
    const on = (day: string) => offeredBoards({ registrations }, certified('ABS'), day)
    expect(on('2021-02-28')).toEqual([])
    expect(on('2021-03-01')).toEqual([{ board: 'ABS', boardId: 'ABS-1', quarters: 12, creditTypes: ['ACC_CME', 'SA'] }])
  })
})

test.each([
  ['all credit of the activity, and the points are fewer', 12, 24, 12],
  ['all credit of the activity, and the points are more', 30, 24, 30],
  ['a part of it, and the points are more', 30, 8, 8],
  ['a part of it that is more than the points', 12, 16, 12],
])('most points with %s', (_, registered, credits, most) => {
  expect(mostPoints(registered, credits, { quarters: 24 })).toBe(most)
})

const offer = { quarters: 24, boards: offeredBoards({ registrations }, certified('ABIM', 'ABS'), '2026-06-20') }

describe('points are claimed', () => {
  test('as offered, or lower, of some boards and credit types', () => {
    expect(allPoints(offer, 24).map(({ board, quarters }) => [board, quarters])).toEqual([
      ['ABIM', 24],
      ['ABS', 12],
    ])
    expect(readPoints([{ board: 'abs', points: 8, creditTypes: ['Self-Assessment'] }], offer, 24)).toEqual([
      { board: 'ABS', boardId: 'ABS-1', quarters: 8, creditTypes: ['SA'] },
    ])
    expect(readPoints([{ board: 'ABIM', points: 24 }], offer, 24)).toMatchObject([{ creditTypes: ['MK', 'PS'] }])
    expect(readPoints([], offer, 24)).toEqual([])
  })

  test.each([
    ['a board that is not offered', [{ board: 'ABP', points: 4 }], 24],
    ['a board that does not exist', [{ board: 'ABCD', points: 4 }], 24],
    [
      'a board twice',
      [
        { board: 'ABS', points: 4 },
        { board: 'ABS', points: 8 },
      ],
      24,
    ],
    ['no points', [{ board: 'ABS', points: 0 }], 24],
    ['less than none', [{ board: 'ABS', points: -4 }], 24],
    ['more than is registered (L20)', [{ board: 'ABS', points: 13 }], 24],
    ['more points than credits with a part of the credit', [{ board: 'ABIM', points: 9 }], 8],
    ['a credit type that is not registered (L19)', [{ board: 'ABIM', points: 4, creditTypes: ['MK', 'PA'] }], 24],
    ['a credit type that does not exist', [{ board: 'ABIM', points: 4, creditTypes: ['XX'] }], 24],
    ['no credit type', [{ board: 'ABIM', points: 4, creditTypes: [] }], 24],
  ])('and refused for %s', (_, claimed, credits) => {
    let refused: unknown
    try {
      readPoints(claimed, offer, credits)
    } catch (error) {
      refused = error
    }
    expect(codeOf(refused)).toBe('BAD_USER_INPUT')
  })
})
