/** A physician who has to be on file for the sample file to come out as expected. */
export interface SamplePerson {
  /** How the list of expected outcomes names the person. */
  key: string
  learnerId: string
  givenName: string
  middleName: string | null
  familyName: string
  formerNames: readonly string[]
  suffix: string | null
  degree: 'MD' | 'DO'
  birthMonth: number
  birthDay: number
  npi: string
  licenses: readonly SampleLicense[]
  /** Id at each certifying board. */
  boards: Readonly<Record<string, string>>
}

export interface SampleLicense {
  state: string
  boardCode: string
  number: string
  status: 'ACTIVE' | 'EXPIRED'
  effectiveFrom: string
  effectiveTo: string | null
}

type Details = Partial<Omit<SamplePerson, 'key' | 'learnerId' | 'licenses'>> & {
  /** Numbers by state; by default one of Maine. */
  licensed?: Readonly<Record<string, string>>
  /** Last day of the licenses, where they have ended. */
  licensedUntil?: string
}

/** The n-th physician of the sample: what is not told follows from the number, so that nobody shares an id by chance. */
export function physician(n: number, name: string, born: string, details: Details = {}): SamplePerson {
  const [givenName = '', familyName = ''] = name.split('|')
  const [month, day] = born.split('/')
  const { licensed = { ME: `MD${61_000 + n}` }, licensedUntil, ...rest } = details
  const degree = rest.degree ?? 'MD'
  return {
    key: `${familyName}-${givenName}-${n}`.toLowerCase().replace(/[^\p{L}\d]+/gu, '-'),
    learnerId: `0190a000-0000-7000-8000-${String(100_000 + n).padStart(12, '0')}`,
    givenName,
    familyName,
    middleName: null,
    formerNames: [],
    suffix: null,
    degree,
    birthMonth: Number(month),
    birthDay: Number(day),
    npi: withCheckDigit(`1560${String(n).padStart(5, '0')}`),
    boards: {},
    licenses: Object.entries(licensed).map(([state, number]) => ({
      state,
      boardCode: boardOf(state, degree),
      number,
      status: licensedUntil ? 'EXPIRED' : 'ACTIVE',
      effectiveFrom: '2008-07-01',
      effectiveTo: licensedUntil ?? null,
    })),
    ...rest,
  }
}

/** The n-th physician, with ids at certifying boards. */
export function diplomate(
  n: number,
  name: string,
  born: string,
  boards: Readonly<Record<string, string>>,
): SamplePerson {
  return physician(n, name, born, { boards })
}

/** Dee, who signs in to the demo: laid down by name, ids and numbers. */
export const dee: SamplePerson = {
  ...physician(1, 'Deirdre|Marchetti', '09/10', {
    middleName: 'Anne',
    npi: '1234567893',
    licensed: { ME: 'MD23456', NH: '18765' },
    boards: { ABIM: '219876' },
  }),
  learnerId: '0190a000-0000-7000-8000-000000000001',
}

/** The board that licenses somebody in a state; Maine, Michigan and Vermont have one for each degree. */
function boardOf(state: string, degree: SamplePerson['degree']): string {
  return degree === 'DO' && ['ME', 'MI', 'VT'].includes(state) ? `${state}-DO` : `${state}-MD`
}

/** Ten digits of a National Provider Identifier from its first nine: Luhn over them behind the prefix 80840. */
function withCheckDigit(nine: string): string {
  const sum = [...`80840${nine}`].reverse().reduce((total, character, place) => {
    const digit = Number(character) * (place % 2 === 0 ? 2 : 1)
    return total + (digit > 9 ? digit - 9 : digit)
  }, 0)
  return nine + String((10 - (sum % 10)) % 10)
}
