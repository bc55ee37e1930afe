import { plainPeople } from '../plain-people.js'
import { dee, type SamplePerson } from '../sample-person.js'
import { accepted, activities, type CaseFamily, points, type RowMaker, type SampleCells } from '../sample-row.js'

/** What most rows are: all well. */
export function plainFamilies(make: RowMaker): CaseFamily[] {
  const license = ({ licenses }: SamplePerson) => licenses[0]?.number
  const group = (from: number, count: number) => plainPeople.slice(from, from + count)
  const family = (
    name: string,
    people: readonly SamplePerson[],
    cells: (person: SamplePerson, i: number) => SampleCells,
  ): CaseFamily => ({ name, people, rows: people.map((person, i) => accepted(person, cells(person, i))) })

  return [
    family('online credit, names and birthday', group(0, 66), (person, i) =>
      make.online(person, 2 + (i % 20), { credits: [2, 2, 1.5, 1, 0.5, 0.25][i % 6] }),
    ),
    family('course credit with license number', group(70, 45), (person, i) =>
      make.course(person, i % 2 ? 28 : 29, { license: license(person), credits: [10, 10, 7.75, 5][i % 4] }),
    ),
    family('course credit and ABIM points', group(115, 45), (person, i) =>
      make.course(person, 28, {
        ...points('ABIM', person.boards.ABIM, 10, 'Medical Knowledge'),
        ...(i % 5 === 0 ? { type2: 'Patient Safety', type2Points: 4 } : {}),
      }),
    ),
    family('online credit with NPI', group(160, 30), (person, i) =>
      make.online(person, 3 + (i % 18), { license: i % 3 ? person.npi : Number(person.npi) }),
    ),
    {
      name: 'three mornings of grand rounds',
      people: group(190, 20),
      rows: [23, 16, 9].flatMap((daysAgo) =>
        group(190, 20).map((person) => accepted(person, make.rounds(person, daysAgo, { license: license(person) }))),
      ),
    },
    family('self-assessment with ABS points', group(210, 15), (person, i) =>
      make.of(
        activities.surgical,
        person,
        4 + i,
        8,
        points('ABS', person.boards.ABS, 8, i % 2 ? 'Accredited CME' : 'Self-Assessment'),
      ),
    ),
    family('journal with ABP point', group(225, 14), (person, i) =>
      make.of(
        activities.journal,
        person,
        5 + i,
        1,
        points('ABP', person.boards.ABP, 1, 'Lifelong Learning and Self-Assessment'),
      ),
    ),
    {
      name: 'Dee',
      people: [dee],
      rows: [
        accepted(
          dee,
          make.course(dee, 28, { license: 'MD23456', ...points('ABIM', '219876', 10, 'Medical Knowledge') }),
        ),
        accepted(dee, make.online(dee, 6, { first: 'Dee' }), 'NAME_VARIANT'),
      ],
    },
    forms(make, group(239, 30)),
  ]
}

/** The ways in which people and spreadsheet programs write the same things; nothing is wrong with any of them. */
function forms(make: RowMaker, people: readonly SamplePerson[]): CaseFamily {
  const yearOfBirth = (i: number) => 1950 + (i % 40)
  const day = ({ birthMonth, birthDay }: SamplePerson, year: number) =>
    `${year}-${String(birthMonth).padStart(2, '0')}-${String(birthDay).padStart(2, '0')}`
  const changes: readonly ((person: SamplePerson, i: number) => SampleCells)[] = [
    (person, i) => ({ born: { day: day(person, yearOfBirth(i)) } }),
    ({ birthMonth, birthDay }, i) => ({ born: `${birthMonth}/${birthDay}/${yearOfBirth(i)}` }),
    (person, i) => ({ born: day(person, yearOfBirth(i)) }),
    ({ birthMonth, birthDay }) => ({ born: `${monthNames[birthMonth - 1]} ${birthDay}` }),
    ({ birthMonth, birthDay }) => ({ born: `${birthMonth}/${birthDay}` }),
    ({ birthMonth, birthDay }) => ({ born: `${birthMonth}-${birthDay}` }),
    (_person, i) => ({ completed: make.typedDaysAgo(2 + (i % 20)) }),
    (_person, i) => ({ completed: make.daysAgo(2 + (i % 20)) }),
    (_person, i) => ({ completed: `${make.typedDaysAgo(2 + (i % 20))} 11:59:59 PM` }),
    (_person, i) => ({ completed: serial(make.daysAgo(2 + (i % 20))) }),
    ({ licenses: [license] }) => ({ state: license?.state }),
    ({ licenses: [license] }) => ({ state: license?.state.toLowerCase() }),
    () => ({ action: 'ADD', credits: '1.50' }),
    () => ({ activity: Number(activities.online), credits: '.5' }),
    ({ licenses: [license] }) => ({ license: license?.number.toLowerCase() }),
  ]
  return {
    name: 'other ways to write the same',
    people,
    rows: people.map((person, i) => {
      const change = changes[i % changes.length]
      return accepted(person, make.online(person, 2 + (i % 20), change?.(person, i)))
    }),
  }
}

const monthNames = [
  'January',
  'Feb',
  'March',
  'Apr',
  'May',
  'June',
  'Jul',
  'August',
  'Sep',
  'October',
  'Nov',
  'December',
]

/** The number under which a spreadsheet program keeps a day; here it lost the format that shows it as one. */
function serial(day: string): number {
  return Math.round((Date.parse(`${day}T00:00:00Z`) - Date.UTC(1899, 11, 30)) / 86_400_000)
}
