import { physician } from '../sample-person.js'
import { accepted, type CaseFamily, type RowMaker, rejected } from '../sample-row.js'

/** Birthdays, license numbers and NPIs that are wrong, or that tell people apart. */
export function identifierFamilies(make: RowMaker): CaseFamily[] {
  return [
    swappedBirthdays(make),
    swappedBirthdayOfSomebodyKnown(make),
    wrongBirthdays(make),
    licensesOfAnotherState(make),
    licensesOfNobody(make),
    lostZeros(make),
    wrongNpis(make),
    namesakes(make),
    twins(make),
    endedLicenses(make),
  ]
}

function swappedBirthdays(make: RowMaker): CaseFamily {
  const people = [
    physician(401, 'Nicholas|Ames', '04/11'),
    physician(402, 'Lorraine|Bagley', '09/02'),
    physician(403, 'Terence|Coombs', '12/06'),
  ]
  const swapped = ['11/04', '02/09', '06/12']
  return {
    name: 'day and month of birth swapped, license number right',
    people,
    rows: people.map((person, i) =>
      rejected(make.online(person, 6, { born: swapped[i], license: person.licenses[0]?.number }), 'LEARNER_NOT_FOUND'),
    ),
  }
}

function swappedBirthdayOfSomebodyKnown(make: RowMaker): CaseFamily {
  const person = physician(406, 'Adelaide|Dwinal', '05/10')
  const license = person.licenses[0]?.number
  return {
    name: 'the same for somebody whom the provider has an accepted record of',
    people: [person],
    rows: [
      accepted(person, make.online(person, 12, { credits: 1, license })),
      rejected(make.online(person, 5, { credits: 1, license, born: '10/05' }), 'BIRTHDATE_MISMATCH'),
    ],
  }
}

function wrongBirthdays(make: RowMaker): CaseFamily {
  const people = [physician(408, 'Bertram|Esty', '08/20'), physician(409, 'Camilla|Foss', '03/03')]
  return {
    name: 'another birthday, license number and both names right',
    people,
    rows: people.map((person) =>
      accepted(person, make.online(person, 7, { born: '11/18', license: person.licenses[0]?.number })),
    ),
  }
}

function licensesOfAnotherState(make: RowMaker): CaseFamily {
  const inTwoStates = (n: number, name: string, born: string, other: string, number: string) =>
    physician(n, name, born, { licensed: { ME: `MD${61_000 + n}`, [other]: number } })
  const cases = [
    [inTwoStates(411, 'Norman|Getchell', '01/13', 'NH', '58117'), '58117'],
    [inTwoStates(412, 'Sabrina|Hovey', '06/30', 'MA', '268834'), '268834'],
    [inTwoStates(413, 'Lowell|Ingalls', '10/25', 'VT', '042.0048213'), '042.0048213'],
    [inTwoStates(414, 'Judson|Knowlton', '07/14', 'NY', '329981'), '329981'],
  ] as const
  return {
    name: 'license number of another state',
    people: cases.map(([person]) => person),
    rows: cases.map(([person, license]) => rejected(make.online(person, 8, { license }), 'LICENSE_MISMATCH')),
  }
}

function licensesOfNobody(make: RowMaker): CaseFamily {
  const people = [physician(416, 'Estelle|Lufkin', '02/08'), physician(417, 'Rufus|Merrow', '09/24')]
  const numbers = ['MD99998', 'MD00017']
  return {
    name: 'license number that nobody has',
    people,
    rows: people.map((person, i) => rejected(make.online(person, 8, { license: numbers[i] }), 'LICENSE_MISMATCH')),
  }
}

function lostZeros(make: RowMaker): CaseFamily {
  const cases = [
    [physician(421, 'Olivia|Nason', '04/18', { licensed: { CT: '068812' } }), 68_812],
    [physician(422, 'Preston|Ordway', '12/12', { licensed: { CT: '069407' } }), '69407'],
    [physician(423, 'Lillian|Peaslee', '08/08', { licensed: { NH: '09931' } }), 9_931],
    [physician(424, 'Curtis|Rideout', '05/30', { licensed: { NH: '59266' } }), '0059266'],
    [physician(425, 'Joy|Sewell', '11/06', { licensed: { HI: 'MD-17402' } }), 'MD 17402'],
    [physician(426, 'Alden|Varney', '01/26', { licensed: { ME: 'MD62188' } }), 'md-62188'],
  ] as const
  return {
    name: 'license number without its zeros, hyphens or blanks',
    people: cases.map(([person]) => person),
    rows: cases.map(([person, license], i) => accepted(person, make.online(person, 9 + i, { license }))),
  }
}

function wrongNpis(make: RowMaker): CaseFamily {
  const people = [
    physician(431, 'Marguerite|Wadleigh', '03/18'),
    physician(432, 'Truman|Yeaton', '07/23'),
    physician(433, 'Constance|Blaisdell', '10/02'),
    physician(434, 'Everett|Chick', '06/09'),
  ]
  return {
    name: 'NPI with a wrong digit',
    people,
    rows: people.map((person) =>
      rejected(make.online(person, 10, { license: withWrongDigit(person.npi) }), 'NPI_INVALID'),
    ),
  }
}

/** The last digit is the check digit: any other is wrong. */
function withWrongDigit(npi: string): string {
  return npi.slice(0, 9) + String((Number(npi[9]) + 1) % 10)
}

function namesakes(make: RowMaker): CaseFamily {
  const one = physician(441, 'David|Hutchins', '08/17')
  const other = physician(442, 'David|Hutchins', '08/17')
  const first = physician(443, 'Susan|Merrill', '02/19')
  const second = physician(444, 'Susan|Merrill', '02/19')
  return {
    name: 'two of the same name, birthday and state',
    people: [one, other, first, second],
    rows: [
      rejected(make.online(one, 11), 'LEARNER_AMBIGUOUS'),
      accepted(one, make.online(one, 11, { license: one.licenses[0]?.number })),
      accepted(other, make.online(other, 11, { license: other.licenses[0]?.number })),
      rejected(make.online(first, 11), 'LEARNER_AMBIGUOUS'),
      accepted(first, make.online(first, 11, { license: first.npi })),
      accepted(second, make.online(second, 11, { license: Number(second.npi) })),
    ],
  }
}

function twins(make: RowMaker): CaseFamily {
  const people = [
    physician(451, 'Pauline|Thurlow', '05/12'),
    physician(452, 'Suzanne|Thurlow', '05/12'),
    physician(453, 'Harvey|Doucette', '12/27'),
    physician(454, 'Nelson|Doucette', '12/27'),
  ]
  return { name: 'twins', people, rows: people.map((person) => accepted(person, make.online(person, 13))) }
}

function endedLicenses(make: RowMaker): CaseFamily {
  const people = [
    physician(461, 'Winifred|Alley', '09/29', { licensedUntil: '2021-12-31' }),
    physician(462, 'Orville|Beal', '04/25', { licensedUntil: '2019-06-30' }),
    physician(463, 'Harriet|Crowley', '01/11', { licensedUntil: '2023-03-31' }),
  ]
  return {
    name: 'license that had ended before the completion',
    people,
    rows: people.map((person, i) =>
      accepted(
        person,
        make.online(person, 14, i ? { license: person.licenses[0]?.number } : {}),
        'LICENSE_NOT_CURRENT',
      ),
    ),
  }
}
