import type { WireLayout } from '../shared/wire/wire-layout.js'
import { at, recordsWith, textOf, type WireValue } from '../shared/wire/wire-value.js'
import { birthdayCell } from '../shared/workbook/birthday-text.js'
import type { FormCells } from '../shared/workbook/sheet-form.js'
import { parseCertifyingBoard } from './certifying-boards.js'
import { parseState } from './states.js'

/** What identifies a learner, under the names that the columns of learner files have. */
export type IdentityKey =
  | 'firstName'
  | 'lastName'
  | 'dateOfBirth'
  | 'licensingState'
  | 'licenseIdOrNpi'
  | 'certifyingBoard'
  | 'certifyingBoardId'

/** An identifier and whose it is: NPI, a state or a certifying board. */
export interface WireIdentifier {
  domain: string
  value: string
}

/** The vocabularies of learner documents (5.8); `domain` and `moduleID` may be attributes. */
export const learnerVocabulary = {
  namespaces: [
    'http://ns.medbiq.org/activityreport/v2/',
    'http://ns.medbiq.org/lom/extend/v1/',
    'http://ns.medbiq.org/member/v1/',
    'http://ns.medbiq.org/name/v1/',
    'http://ns.medbiq.org/address/v1/',
  ],
  attributesOf: ['UniqueID', 'ModuleName', 'LocalIdentifier'],
  prefixes: {},
} as const satisfies Partial<WireLayout>

/** Names and birthday of the member that a record is about; a year is dropped before anything else happens (L06). */
export function memberCells(record: WireValue): FormCells<IdentityKey> {
  const birthday = textOf(at(record, 'Member', 'PersonalInfo', 'BirthDate'))
  return withoutBlanks({
    firstName: textCell(textOf(at(record, 'Member', 'Name', 'GivenName'))),
    lastName: textCell(textOf(at(record, 'Member', 'Name', 'FamilyName'))),
    dateOfBirth: birthday ? birthdayCell({ text: birthday.replace(/^--/, ''), kind: 'text' }) : undefined,
  })
}

/** All identifiers under a value. */
export const identifiersIn = (value: WireValue | undefined): WireIdentifier[] =>
  recordsWith(value, 'domain').map((found) => ({
    domain: textOf(at(found, 'domain')) ?? '',
    value: textOf(at(found, 'value')) ?? '',
  }))

/** License and board of identifiers; where there are both, an NPI goes before a license number, since it is the learner’s in every state. */
export function identifierCells(identifiers: readonly WireIdentifier[]): FormCells<IdentityKey> {
  const npi = identifiers.find(({ domain }) => domain.toUpperCase() === 'NPI')
  const license = identifiers.find(({ domain }) => parseState(domain))
  const board = identifiers.find(({ domain }) => parseCertifyingBoard(domain))
  return withoutBlanks({
    licensingState: textCell(license?.domain),
    licenseIdOrNpi: textCell(npi?.value || license?.value),
    certifyingBoard: textCell(board?.domain),
    certifyingBoardId: textCell(board?.value),
  })
}

const textCell = (text: string | undefined) => (text?.trim() ? { text: text.trim(), kind: 'text' as const } : undefined)

const withoutBlanks = (cells: FormCells<IdentityKey>): FormCells<IdentityKey> =>
  Object.fromEntries(Object.entries(cells).filter(([, cell]) => cell))
