import { physician, type SamplePerson } from '../sample-person.js'
import { accepted, type CaseFamily, type RowMaker, rejected, type SampleCells, type SampleRow } from '../sample-row.js'

/** Names that are not written as they stand on file. */
export function nameFamilies(make: RowMaker): CaseFamily[] {
  /** One row of online credit for each person, with what was written differently. */
  const family = (
    name: string,
    cases: readonly (readonly [SamplePerson, SampleCells])[],
    row: (person: SamplePerson, cells: SampleCells) => SampleRow,
  ): CaseFamily => ({
    name,
    people: [...new Set(cases.map(([person]) => person))],
    rows: cases.map(([person, changes], i) => row(person, make.online(person, 3 + i, changes))),
  })
  const variant = (person: SamplePerson, cells: SampleCells) => accepted(person, cells, 'NAME_VARIANT')
  const notFound = (_person: SamplePerson, cells: SampleCells) => rejected(cells, 'LEARNER_NOT_FOUND')

  return [
    family(
      'nickname',
      [
        [physician(301, 'Robert|Haskell', '03/14'), { first: 'Bob' }],
        [physician(302, 'William|Thibodeau', '07/02'), { first: 'Bill' }],
        [physician(303, 'Elizabeth|Cormier', '11/23'), { first: 'Liz' }],
        [physician(305, 'Michael|Rourke', '05/19'), { first: 'MIKE' }],
        [physician(306, 'Katherine|Weymouth', '12/08'), { first: 'Katie' }],
      ],
      variant,
    ),
    family(
      'another common name for a nickname on file, so that a sister could be meant',
      [[physician(304, 'Peggy|Stanhope', '01/30'), { first: 'Margaret' }]],
      (_person, cells) => rejected(cells, 'LEARNER_AMBIGUOUS'),
    ),
    family(
      'maiden name that is known as a former name',
      [
        [physician(311, 'Patricia|Oakley', '02/11', { formerNames: ['Fenwick'] }), { last: 'Fenwick' }],
        [physician(312, 'Joanna|Sewall', '06/27', { formerNames: ['Prescott'] }), { last: 'Prescott' }],
        [physician(313, 'Renata|Holm', '09/03', { formerNames: ['Vasquez'] }), { last: 'VASQUEZ' }],
        [physician(314, 'Meredith|Lund', '04/16', { formerNames: ['Osgood', 'Tremblay'] }), { last: 'Tremblay' }],
        [physician(315, 'Annika|Barlow', '10/21', { formerNames: ['Sjöberg'] }), { last: 'Sjoberg' }],
      ],
      variant,
    ),
    family(
      'half of a hyphenated name',
      [
        [physician(321, 'Carolina|Reyes-Lindholm', '08/05'), { last: 'Reyes' }],
        [physician(322, 'Joelle|Mercier-Watts', '03/29'), { last: 'Watts' }],
        [physician(323, 'Ingrid|Falk-Osborne', '12/17'), { last: 'Falk' }],
        [physician(324, 'Simone|Bellamy-Strand', '05/08'), { last: 'Strand' }],
        [physician(325, 'Tobias|Krantz-Hale', '02/24'), { last: 'krantz' }],
      ],
      variant,
    ),
    family(
      'middle name in the cell of the first name',
      [
        [physician(331, 'Rebecca|Stoddard', '06/12', { middleName: 'Louise' }), { first: 'Rebecca Louise' }],
        [physician(332, 'Dennis|Trask', '09/26', { middleName: 'Alan' }), { first: 'Dennis A.' }],
        [physician(333, 'Charlotte|Wyman', '01/07', { middleName: 'Eve' }), { first: 'Charlotte Eve' }],
        [physician(334, 'Peter|Sturgis', '11/11', { middleName: 'John' }), { first: 'Peter J' }],
        [physician(335, 'Veronica|Tapley', '04/02', { middleName: 'Maria' }), { first: 'VERONICA MARIA' }],
      ],
      accepted,
    ),
    family(
      'accents, case, apostrophes, hyphens and blanks',
      [
        [physician(341, 'Lucía|Muñoz', '07/19'), { first: 'Lucia', last: 'Munoz' }],
        [physician(342, 'Rene|Lefevre', '10/04'), { first: 'René', last: 'Lefèvre' }],
        [physician(343, "Sean|O'Hanlon", '03/06'), { last: 'OHanlon' }],
        [physician(344, 'Maeve|O’Keefe', '12/29'), { last: "o'keefe" }],
        [physician(345, 'Paulo|de la Cruz', '05/25'), { last: 'DELACRUZ' }],
        [physician(346, 'Wilhelmina|Vandermeer', '02/03'), { last: 'Van der Meer' }],
        [physician(347, 'Mary-Ellen|Spofford', '08/31'), { first: 'Mary Ellen' }],
        [physician(348, 'Duncan|McTavish', '06/15'), { first: ' duncan', last: 'MCTAVISH  ' }],
      ],
      accepted,
    ),
    family(
      'suffix or degree in the cell of the last name',
      [
        [physician(351, 'Everett|Whitaker', '09/17', { suffix: 'Jr' }), { last: 'Whitaker Jr.' }],
        [physician(352, 'Stanley|Pruitt', '01/22', { suffix: 'III' }), { last: 'Pruitt' }],
        [physician(353, 'Morris|Calloway', '04/28'), { last: 'Calloway III' }],
        [physician(354, 'Janet|Norris', '10/13'), { last: 'Norris, MD' }],
        [physician(355, 'Howard|Emery', '12/05', { degree: 'DO', licensed: { ME: 'DO4821' } }), { last: 'Emery DO' }],
        [physician(356, 'Grace|Tolman', '07/07'), { last: 'Tolman, M.D., FACP' }],
      ],
      accepted,
    ),
    family(
      'another suffix than the one on file',
      [
        [physician(361, 'Leonard|Sprague', '03/21', { suffix: 'Sr' }), { last: 'Sprague Jr' }],
        [physician(362, 'Clarence|Towle', '08/14', { suffix: 'II' }), { last: 'Towle III' }],
      ],
      notFound,
    ),
    family(
      'first and last name swapped',
      [
        [physician(371, 'Gordon|Ackley', '05/01'), { first: 'Ackley', last: 'Gordon' }],
        [physician(372, 'Marian|Joyce', '11/29'), { first: 'Joyce', last: 'Marian' }],
        [physician(373, 'Allen|Stewart', '02/16'), { first: 'Stewart', last: 'Allen' }],
      ],
      variant,
    ),
    {
      name: 'nobody on file',
      people: [],
      rows: unknownPeople.map(([name, born, changes], i) =>
        rejected(make.online(physician(i, name, born), 4 + i, changes), 'LEARNER_NOT_FOUND'),
      ),
    },
    {
      name: 'text that a spreadsheet program could take for a formula',
      people: [],
      rows: [
        { first: '=HYPERLINK("http://example.org","Click")' },
        { last: '+15551234567' },
        { first: '@SUM(A1:A9)', last: '-Doe' },
      ].map((changes) => rejected(make.online(physician(0, 'Jordan|Vance', '06/06'), 5, changes), 'LEARNER_NOT_FOUND')),
    },
  ]
}

/** Residents without a license, nurses, and learners of other countries. */
const unknownPeople: readonly (readonly [name: string, born: string, changes: SampleCells])[] = [
  ['Tamsin|Ravenhill', '04/09', {}],
  ['Obadiah|Quillfeather', '01/19', {}],
  ['Perpetua|Zielinska', '12/31', {}],
  ['Ignatius|Bramblewood', '02/29', {}],
  ['Clementine|Oxenford', '09/09', { license: 'RN055321' }],
  ['Thaddeus|Wolkenstein', '07/28', { state: 'New Hampshire' }],
  ['Rosalind|Featherstonehaugh', '10/30', { state: 'MA' }],
  ['Barnabas|Yellowlees', '05/05', { license: 'pending' }],
]
