import { aClaim, aPerson, enginePerson, licensesOf, type Person } from '../testing/people.js'
import { Engine } from './engine/engine.js'
import { HeldLicenses } from './held-licenses.js'
import { matchParts } from './match-parts.js'
import type { LearnerClaim, PartMatch } from './match-types.js'
import { toPartMatch } from './part-match.js'

type Claim = Parameters<typeof aClaim>[0]

const idOf = (number: number) => `0190a000-0000-7000-8000-00000000000${number}`
const first = idOf(1)
const second = idOf(2)

/** Two NPIs whose check digit is right. */
const npi = '1234567893'
const otherNpi = '1076543218'

const engineOf = (people: Person[]) => Engine.build(people.map(enginePerson), { dataVersion: 'today' })

async function matchAmong(people: Person[], claim: LearnerClaim) {
  const { license, diplomate } = matchParts(await engineOf(people), claim)
  const licenses = new HeldLicenses(people.flatMap(licensesOf))
  return {
    license: license && toPartMatch(license, 'one', licenses.isCurrent(license.personId ?? '', claim)),
    diplomate: diplomate && toPartMatch(diplomate, 'other', true),
  }
}

/** The answer in one word or two, as the tables below write it. */
function told(match: PartMatch | null | undefined): string {
  if (!match) return 'nothing'
  const whom = match.learnerId === first ? ' first' : match.learnerId === second ? ' second' : ''
  return [`${match.decision}${whom}`, ...match.disagreeing, ...match.warnings].join(' ')
}

const licenseAnswer = async (people: Partial<Person>[], claim: Claim) =>
  told((await matchAmong(onFile(people), aClaim(claim))).license)
const boardAnswer = async (people: Partial<Person>[], claim: Claim) =>
  told((await matchAmong(onFile(people), aClaim(claim))).diplomate)
const onFile = (people: Partial<Person>[]) =>
  people.map((person, index) => aPerson({ learnerId: idOf(index + 1), ...person }))

type Case = [name: string, people: Partial<Person>[], claim: Claim, answer: string]

const smith = {}
const twin = { givenName: 'Ronald', licenses: [{ state: 'ME', number: 'MD34567' }] }
const namesake = { licenses: [{ state: 'ME', number: 'MD34567' }], npi: otherNpi }

describe('names, birthday and state', () => {
  test.each<Case>([
    ['I01 one holder is matched', [smith], {}, 'MATCHED first'],
    [
      'I01 a state where nobody of the name is licensed is one field off',
      [smith],
      { state: 'NH' },
      'MATCHED first LICENSE_NOT_CURRENT',
    ],
    ['I01 another first name is not matched', [smith], { givenName: 'Alice' }, 'MISMATCH first FIRST_NAME'],
    ['I01 another last name is not matched', [smith], { familyName: 'Jones' }, 'MISMATCH first LAST_NAME'],
    ['I01 a slip in the last name is a variant', [smith], { familyName: 'Smiht' }, 'MATCHED first NAME_VARIANT'],
    ['I01 another birthday is not matched', [smith], { born: '09/11' }, 'MISMATCH first BIRTHDATE'],
    ['I01 29 February is a day like others', [{ born: '02/29' }], { born: '02/29' }, 'MATCHED first'],
    [
      'I01 a namesake without a license in the state makes it unsure',
      [smith, { ...namesake, licenses: [] }],
      {},
      'AMBIGUOUS',
    ],
    ['I02 two holders are ambiguous', [smith, namesake], {}, 'AMBIGUOUS'],
    ['I02 the license number settles it', [smith, namesake], { licenseOrNpi: 'MD34567' }, 'MATCHED second'],
    ['I02 the NPI settles it', [smith, namesake], { licenseOrNpi: otherNpi }, 'MATCHED second'],
    ['I02 somebody who fits through a nickname counts', [smith, { ...namesake, givenName: 'Bob' }], {}, 'AMBIGUOUS'],
    [
      'I02 somebody who fits through a former name counts',
      [smith, { ...namesake, familyName: 'Jones', formerNames: ['Smith'] }],
      {},
      'AMBIGUOUS',
    ],
    ['I02 twins are told apart by the first name', [smith, twin], { givenName: 'Ronald' }, 'MATCHED second'],
    ['I02 a twin’s initial is not enough', [smith, twin], { givenName: 'R.' }, 'AMBIGUOUS'],
    ['I03 accents and case do not matter', [{ familyName: 'Muñoz' }], { familyName: 'MUNOZ' }, 'MATCHED first'],
    ['I03 the apostrophe does not matter', [{ familyName: 'O’Brien' }], { familyName: 'Obrien' }, 'MATCHED first'],
    ['I03 nor do spaces', [{ familyName: 'de la Cruz' }], { familyName: 'Delacruz' }, 'MATCHED first'],
    ['I03 nor does the hyphen', [{ familyName: 'Smith-Jones' }], { familyName: 'Smith Jones' }, 'MATCHED first'],
    ['I03 the state may be spelled out', [smith], { state: 'Maine' }, 'MATCHED first'],
    ['I04 a missing suffix does not matter', [{ suffix: 'Jr.' }], {}, 'MATCHED first'],
    ['I04 nor does one that the file lacks', [smith], { familyName: 'Smith Jr' }, 'MATCHED first'],
    ['I04 degrees do not matter', [smith], { familyName: 'Smith, MD, FACP' }, 'MATCHED first'],
    [
      'I04 two different suffixes are never matched',
      [{ suffix: 'Sr' }],
      { familyName: 'Smith Jr.' },
      'MISMATCH first SUFFIX',
    ],
    [
      'I04 not by the license number either',
      [{ suffix: 'Sr' }],
      { familyName: 'Smith Jr.', licenseOrNpi: 'MD23456' },
      'MISMATCH first SUFFIX',
    ],
    [
      'I04 father and son are told apart',
      [{ suffix: 'Sr' }, { ...namesake, suffix: 'Jr' }],
      { familyName: 'Smith Jr' },
      'MATCHED second',
    ],
    [
      'I04 father and son without a suffix are ambiguous',
      [{ suffix: 'Sr' }, { ...namesake, suffix: 'Jr' }],
      {},
      'AMBIGUOUS',
    ],
    ['I05 a middle name is no trouble', [{ middleName: 'James' }], { givenName: 'Robert James' }, 'MATCHED first'],
    ['I05 nor is its initial', [{ middleName: 'James' }], { givenName: 'Robert J.' }, 'MATCHED first'],
    ['I05 nor is one that the file lacks', [smith], { givenName: 'Robert James' }, 'MATCHED first'],
    [
      'I05 a contradicting one is',
      [{ middleName: 'Paul' }],
      { givenName: 'Robert James' },
      'MISMATCH first MIDDLE_NAME',
    ],
    [
      'I05 a middle initial tells namesakes apart',
      [{ middleName: 'Paul' }, { ...namesake, middleName: 'James' }],
      { givenName: 'Robert J' },
      'MATCHED second',
    ],
    [
      'I05 nor are first and middle name in the other order, where the file has an initial',
      [{ givenName: 'William', middleName: 'J' }],
      { givenName: 'John', middleName: 'William', licenseOrNpi: 'MD23456' },
      'MATCHED first NAME_VARIANT',
    ],
    [
      'I05 but an initial of another name is',
      [{ givenName: 'William', middleName: 'T' }],
      { givenName: 'John', middleName: 'William', licenseOrNpi: 'MD23456' },
      'MISMATCH first FIRST_NAME MIDDLE_NAME',
    ],
    [
      'I05 and so is another first name behind it',
      [{ givenName: 'William', middleName: 'J' }],
      { givenName: 'John', middleName: 'Robert', licenseOrNpi: 'MD23456' },
      'MISMATCH first FIRST_NAME MIDDLE_NAME',
    ],
    ['I05 a double first name is one', [{ givenName: 'Mary Ann' }], { givenName: 'Maryann' }, 'MATCHED first'],
    [
      'I05 half of a double first name is a variant',
      [{ givenName: 'Mary Ann' }],
      { givenName: 'Mary' },
      'MATCHED first NAME_VARIANT',
    ],
    ['I06 a swapped birthday is not corrected', [smith], { born: '10/09' }, 'MISMATCH first BIRTHDATE'],
    [
      'exchanged names that nobody bears so are told by a number, with a slip in one of them',
      [{ givenName: 'Lyndsay', familyName: 'Fent' }],
      { givenName: 'Fent', familyName: 'Lyndsau', licenseOrNpi: 'MD23456' },
      'MATCHED first NAME_VARIANT',
    ],
    [
      'but not where they are others in either order',
      [{ givenName: 'Lyndsay', familyName: 'Fent' }],
      { givenName: 'Robert', familyName: 'Smith', licenseOrNpi: 'MD23456' },
      'MISMATCH first FIRST_NAME LAST_NAME',
    ],
    ['a nickname fits, with a warning', [smith], { givenName: 'Bob' }, 'MATCHED first NAME_VARIANT'],
    ['the other way round too', [{ givenName: 'Bob' }], { givenName: 'Robert' }, 'MATCHED first NAME_VARIANT'],
    ['a maiden name on file fits', [{ familyName: 'Jones', formerNames: ['Smith'] }], {}, 'MATCHED first NAME_VARIANT'],
    ['half of a hyphenated name fits', [{ familyName: 'Smith-Jones' }], {}, 'MATCHED first NAME_VARIANT'],
    ['a hyphenated name fits half on file', [smith], { familyName: 'Jones-Smith' }, 'MATCHED first NAME_VARIANT'],
    [
      'halves in the other order fit',
      [{ familyName: 'Smith-Jones' }],
      { familyName: 'Jones-Smith' },
      'MATCHED first NAME_VARIANT',
    ],
    [
      'one common half is a variant',
      [{ familyName: 'Smith-Jones' }],
      { familyName: 'Smith-Brown' },
      'MATCHED first NAME_VARIANT',
    ],
    [
      'swapped names are a variant',
      [smith],
      { givenName: 'Smith', familyName: 'Robert' },
      'MATCHED first NAME_VARIANT',
    ],
    ['a name left empty fits nobody', [smith], { familyName: 'N/A' }, 'NOT_FOUND'],
    ['a day that does not exist fits nobody', [smith], { born: '99/99' }, 'MISMATCH first BIRTHDATE'],
  ])('%s', async (_, people, claim, answer) => expect(await licenseAnswer(people, claim)).toBe(answer))
})

describe('license numbers', () => {
  const inNewHampshire = { licenses: [...aPerson().licenses, { state: 'NH', number: '18765' }] }
  const stranger = { givenName: 'Ann', familyName: 'Lee', born: '01/02', licenses: [{ state: 'ME', number: 'MD777' }] }
  const old = { licenses: [{ state: 'ME', number: 'MD23456', to: '2024-12-31' }] }

  test.each<Case>([
    [
      'I07 leading zeros may be lost',
      [{ licenses: [{ state: 'NH', number: '0018765' }] }],
      { state: 'NH', licenseOrNpi: '18765' },
      'MATCHED first',
    ],
    ['I07 or added', [inNewHampshire], { state: 'NH', licenseOrNpi: '00018765' }, 'MATCHED first'],
    [
      'I07 a spreadsheet’s decimals do not matter',
      [inNewHampshire],
      { state: 'NH', licenseOrNpi: '18765.0' },
      'MATCHED first',
    ],
    ['I07 the board’s prefix may be lost', [smith], { licenseOrNpi: '23456' }, 'MATCHED first'],
    ['I07 or be written with a space', [smith], { licenseOrNpi: 'md 023456' }, 'MATCHED first'],
    ['I08 a license of another state', [inNewHampshire], { licenseOrNpi: '18765' }, 'MISMATCH first LICENSE'],
    [
      'I08 but in a state where the physician has none, it is the state that is off',
      [smith],
      { state: 'NH', licenseOrNpi: 'MD23456' },
      'MATCHED first LICENSE_NOT_CURRENT',
    ],
    ['I08 a number that nobody has', [smith], { licenseOrNpi: 'MD99999' }, 'MISMATCH first LICENSE'],
    [
      'I08 a number that a stranger has matches neither',
      [smith, stranger],
      { licenseOrNpi: 'MD777' },
      'MISMATCH first LICENSE',
    ],
    ['I08 a twin’s number matches neither', [smith, twin], { licenseOrNpi: 'MD34567' }, 'MISMATCH second FIRST_NAME'],
    ['I08 a wrong number for namesakes settles nothing', [smith, namesake], { licenseOrNpi: 'MD99999' }, 'AMBIGUOUS'],
    [
      'C2 number, last name and birthday do',
      [smith],
      { givenName: 'Xavier', licenseOrNpi: 'MD23456' },
      'MATCHED first NAME_VARIANT',
    ],
    [
      'C2 number, first name and birthday do',
      [smith],
      { familyName: 'Jones', licenseOrNpi: 'MD23456' },
      'MATCHED first NAME_VARIANT',
    ],
    ['C2 number and both names do', [smith], { born: '03/04', licenseOrNpi: 'MD23456' }, 'MATCHED first'],
    [
      'C2 number and last name alone do not',
      [smith],
      { givenName: 'Ann', born: '03/04', licenseOrNpi: 'MD23456' },
      'MISMATCH first BIRTHDATE FIRST_NAME',
    ],
    [
      'C2 number and birthday alone do not',
      [smith],
      { givenName: 'Ann', familyName: 'Lee', licenseOrNpi: 'MD23456' },
      'MISMATCH first FIRST_NAME LAST_NAME',
    ],
    [
      'C2 number and first name alone do not',
      [smith],
      { familyName: 'Lee', born: '03/04', licenseOrNpi: 'MD23456' },
      'MISMATCH first BIRTHDATE LAST_NAME',
    ],
    ['C2 number alone does not', [stranger], { licenseOrNpi: 'MD777' }, 'NOT_FOUND'],
    [
      'C2 an initial is neither right nor wrong',
      [smith],
      { givenName: 'R', born: '03/04', licenseOrNpi: 'MD23456' },
      'MISMATCH first BIRTHDATE',
    ],
    [
      'C2 an initial with last name, birthday and number will do',
      [smith],
      { givenName: 'R', licenseOrNpi: 'MD23456' },
      'MATCHED first NAME_VARIANT',
    ],
    [
      'C2 a number with names and birthday outweighs another middle name',
      [{ middleName: 'Paul' }],
      { givenName: 'Robert James', licenseOrNpi: 'MD23456' },
      'MATCHED first NAME_VARIANT',
    ],
    [
      'C2 but not where anything else is off beside the middle name',
      [{ middleName: 'Paul' }],
      { givenName: 'Robert James', born: '03/04', licenseOrNpi: 'MD23456' },
      'MISMATCH first BIRTHDATE MIDDLE_NAME',
    ],
    [
      'a slip in the number where all else agrees, even if a stranger has that number',
      [smith, { ...stranger, licenses: [{ state: 'ME', number: 'MD23457' }] }],
      { licenseOrNpi: 'MD23457' },
      'MATCHED first',
    ],
    [
      'a slip that makes a number a twin’s',
      [smith, { ...twin, licenses: [{ state: 'ME', number: 'MD23457' }] }],
      { licenseOrNpi: 'MD23457' },
      'MISMATCH first LICENSE',
    ],
    [
      'C2 swapped names are a variant',
      [smith],
      { givenName: 'Smith', familyName: 'Robert', licenseOrNpi: 'MD23456' },
      'MATCHED first NAME_VARIANT',
    ],
    [
      'C2 two people with one number in one state, told apart by name',
      [smith, { ...smith, givenName: 'Ann' }],
      { licenseOrNpi: 'MD23456' },
      'MATCHED first',
    ],
    [
      'I06 a swapped birthday is not corrected by the number',
      [smith],
      { born: '10/09', licenseOrNpi: 'MD23456' },
      'MISMATCH first BIRTHDATE',
    ],
    ['a placeholder is no number', [smith], { licenseOrNpi: 'N/A' }, 'MATCHED first'],
    [
      'another first name and a number that nobody has',
      [smith],
      { givenName: 'Ann', licenseOrNpi: 'MD1' },
      'MISMATCH first FIRST_NAME LICENSE',
    ],
    [
      'nobody fits and nobody has the number',
      [smith],
      { givenName: 'Ann', born: '03/04', licenseOrNpi: 'MD1' },
      'NOT_FOUND',
    ],
    ['I15 a license that had ended, with a warning', [old], {}, 'MATCHED first LICENSE_NOT_CURRENT'],
    ['I15 on its last day it had not', [old], { completedOn: '2024-12-31' }, 'MATCHED first'],
    [
      'I15 before its first day it had not begun',
      [old],
      { completedOn: '2014-12-31' },
      'MATCHED first LICENSE_NOT_CURRENT',
    ],
    [
      'I15 a revoked license is not in force',
      [{ licenses: [{ state: 'ME', number: '1', status: 'REVOKED' }] }],
      {},
      'MATCHED first LICENSE_NOT_CURRENT',
    ],
    [
      'I15 another license of the state may be in force',
      [{ licenses: [...old.licenses, { state: 'ME', number: 'DO1' }] }],
      {},
      'MATCHED first',
    ],
    [
      'I15 but the one that was named is asked first',
      [{ licenses: [...old.licenses, { state: 'ME', number: 'DO1' }] }],
      { licenseOrNpi: 'MD23456' },
      'MATCHED first LICENSE_NOT_CURRENT',
    ],
  ])('%s', async (_, people, claim, answer) => expect(await licenseAnswer(people, claim)).toBe(answer))
})

describe('NPIs', () => {
  const known = { npi }
  test.each<Case>([
    [
      'C1 NPI, last name and birthday do',
      [known],
      { givenName: 'Xavier', licenseOrNpi: npi },
      'MATCHED first NAME_VARIANT',
    ],
    ['C1 NPI and both names do', [known], { born: '03/04', licenseOrNpi: npi }, 'MATCHED first'],
    [
      'C1 NPI, first name and birthday do',
      [known],
      { familyName: 'Jones', licenseOrNpi: npi },
      'MATCHED first NAME_VARIANT',
    ],
    [
      'C1 a former name does',
      [{ ...known, familyName: 'Jones', formerNames: ['Smith'] }],
      { licenseOrNpi: npi },
      'MATCHED first NAME_VARIANT',
    ],
    [
      'C1 without a license in the state, with a warning',
      [known],
      { state: 'NH', licenseOrNpi: npi },
      'MATCHED first LICENSE_NOT_CURRENT',
    ],
    [
      'I06 a swapped birthday is not corrected by the NPI',
      [known],
      { born: '10/09', licenseOrNpi: npi },
      'MISMATCH first BIRTHDATE',
    ],
    ['I02 the NPI decides between namesakes', [known, namesake], { licenseOrNpi: otherNpi }, 'MATCHED second'],
    [
      'I08 a stranger’s NPI matches neither',
      [known, { ...namesake, givenName: 'Ann', familyName: 'Lee' }],
      { licenseOrNpi: otherNpi },
      'MISMATCH first NPI',
    ],
    ['an NPI that nobody has contradicts the one on file', [known], { licenseOrNpi: otherNpi }, 'MISMATCH first NPI'],
    ['but not a file without one', [smith], { licenseOrNpi: npi }, 'MATCHED first'],
    [
      'L15 nor does a wrong one, of which the row is told',
      [smith],
      { licenseOrNpi: '1234567890' },
      'MATCHED first NPI',
    ],
    [
      'L16 ten digits that are no NPI are a license',
      [{ licenses: [{ state: 'MI', number: '4301123456' }] }],
      { state: 'MI', licenseOrNpi: '4301123456' },
      'MATCHED first',
    ],
    [
      'L15 one wrong digit is a slip where all else agrees, and for the row to be told of',
      [known],
      { licenseOrNpi: '1234567890' },
      'MATCHED first NPI',
    ],
    [
      'L15 but not where anything else is off',
      [known],
      { licenseOrNpi: '1234567890', born: '03/04' },
      'MISMATCH first BIRTHDATE NPI',
    ],
    [
      'L16 a license that looks like an NPI',
      [{ licenses: [{ state: 'MI', number: otherNpi }] }],
      { state: 'MI', licenseOrNpi: otherNpi },
      'MATCHED first',
    ],
    ['spaces do not matter', [known], { licenseOrNpi: '1234 567 893' }, 'MATCHED first'],
  ])('%s', async (_, people, claim, answer) => expect(await licenseAnswer(people, claim)).toBe(answer))
})

describe('certifying boards', () => {
  const wrongName = { givenName: 'Ann', familyName: 'Lee' }
  const by = (boardCode: string) => [{ boards: { [boardCode]: '219876' } }]
  const asked = (boardCode: string, boardId: string | null, claim: Claim = {}) => ({
    state: null,
    boardCode,
    boardId,
    ...claim,
  })

  test.each<Case>([
    ['ABIM id, last name and birthday do', by('ABIM'), asked('ABIM', '219876'), 'MATCHED first'],
    ['ABIM zeros and blanks do not matter', by('ABIM'), asked('abim', ' 0219876 '), 'MATCHED first'],
    [
      'ABIM another first name is a warning',
      by('ABIM'),
      asked('ABIM', '219876', { givenName: 'Ann' }),
      'MATCHED first NAME_VARIANT',
    ],
    [
      'ABIM another last name is a mismatch',
      by('ABIM'),
      asked('ABIM', '219876', { familyName: 'Lee' }),
      'MISMATCH first LAST_NAME',
    ],
    [
      'ABIM another birthday is a mismatch',
      by('ABIM'),
      asked('ABIM', '219876', { born: '03/04' }),
      'MISMATCH first BIRTHDATE',
    ],
    ['ABIM no id is not enough', by('ABIM'), asked('ABIM', null), 'NOT_FOUND'],
    ['ABIM another board’s id', by('ABA'), asked('ABIM', '219876'), 'NOT_FOUND'],
    ['ABIM an id that nobody has', by('ABIM'), asked('ABIM', '1'), 'MISMATCH first BOARD_ID'],
    [
      'ABIM a stranger’s id matches neither',
      [...by('ABIM'), { ...wrongName, born: '01/02', boards: { ABIM: '5' } }],
      asked('ABIM', '5'),
      'MISMATCH first BOARD_ID',
    ],
    [
      'I06 ABIM a swapped birthday is not corrected',
      by('ABIM'),
      asked('ABIM', '219876', { born: '10/09' }),
      'MISMATCH first BIRTHDATE',
    ],
    [
      'I09 ABP right id, wrong name, right birthday',
      by('ABP'),
      asked('ABP', '219876', wrongName),
      'MATCHED first NAME_VARIANT',
    ],
    [
      'I09 ABP right id, right name, wrong birthday',
      by('ABP'),
      asked('ABP', '219876', { born: '03/04' }),
      'MATCHED first',
    ],
    [
      'I09 ABP right id, wrong name, wrong birthday',
      by('ABP'),
      asked('ABP', '219876', { ...wrongName, born: '03/04' }),
      'NOT_FOUND',
    ],
    ['I10 ABS needs no id', by('ABS'), asked('ABS', null), 'MATCHED first'],
    ['I10 ABS needs a diplomate, though', [smith], asked('ABS', null), 'NOT_FOUND'],
    ['I10 ABS without id, two fit', [...by('ABS'), { boards: { ABS: '5' } }], asked('ABS', null), 'AMBIGUOUS'],
    [
      'I10 ABS without id, wrong birthday',
      by('ABS'),
      asked('ABS', null, { born: '03/04' }),
      'MISMATCH first BIRTHDATE',
    ],
    [
      'ABS id and last name do',
      by('ABS'),
      asked('ABS', '219876', { givenName: 'Ann', born: '03/04' }),
      'MATCHED first NAME_VARIANT',
    ],
    ['ABS id and birthday do', by('ABS'), asked('ABS', '219876', wrongName), 'MATCHED first NAME_VARIANT'],
    ['ABS an id that nobody has', by('ABS'), asked('ABS', '1'), 'MISMATCH first BOARD_ID'],
    [
      'ABP an id whose holder shares only the birthday with somebody of another board whom all else fits',
      [smith, { ...wrongName, boards: { ABP: '5' } }],
      asked('ABP', '5'),
      'MATCHED second NAME_VARIANT',
    ],
    ['a board that does not exist', by('ABIM'), asked('XYZ', '219876'), 'nothing'],
  ])('%s', async (_, people, claim, answer) => expect(await boardAnswer(people, claim)).toBe(answer))

  test('I11 each part is answered by itself, so that two people are seen', async () => {
    const people = onFile([smith, { ...wrongName, boards: { ABP: '5' } }])
    const { license, diplomate } = await matchAmong(people, aClaim({ boardCode: 'ABP', boardId: '5' }))
    expect([told(license), told(diplomate)]).toEqual(['MATCHED first', 'MATCHED second NAME_VARIANT'])
  })
})

test('a part that was not claimed is not answered', async () => {
  expect(await matchAmong(onFile([smith]), aClaim({ state: null }))).toEqual({ license: null, diplomate: null })
})

test('I12 whoever guesses birthdays learns nothing from how a number is blamed', async () => {
  const people = onFile([{ npi, boards: { ABIM: '219876' } }])
  for (const born of ['09/10', '10/09', '03/04']) {
    const wrongNames = { givenName: 'Ann', familyName: 'Lee', born, boardCode: 'ABIM', boardId: '219876' }
    for (const licenseOrNpi of ['MD23456', npi]) {
      const { license, diplomate } = await matchAmong(people, aClaim({ ...wrongNames, licenseOrNpi }))
      for (const answer of [license, diplomate]) {
        expect(answer?.decision).not.toBe('MATCHED')
        if (answer?.decision === 'MISMATCH') expect(answer.disagreeing).toEqual(expect.arrayContaining(['FIRST_NAME']))
      }
    }
  }
})

test('I12 an answer carries an id and nothing else of a person', async () => {
  const { license } = await matchAmong(
    onFile([smith]),
    aClaim({ born: '03/04', givenName: 'Ann', licenseOrNpi: 'MD23456' }),
  )
  expect(Object.keys(license ?? {}).sort()).toEqual([
    'askFor',
    'candidateIds',
    'decision',
    'decisionId',
    'disagreeing',
    'isIdentified',
    'isReviewed',
    'learnerId',
    'probability',
    'warnings',
  ])
})

test('I14 the order of the file changes nothing', async () => {
  const people = onFile([smith, twin, { ...namesake, givenName: 'Bob' }])
  const claims = [aClaim(), aClaim({ givenName: 'Ronald' }), aClaim({ licenseOrNpi: 'MD34567' })]
  for (const claim of claims) {
    expect(await matchAmong(people.toReversed(), claim)).toEqual(await matchAmong(people, claim))
  }
})
