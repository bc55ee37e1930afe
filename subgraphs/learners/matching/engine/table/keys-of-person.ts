import { isNpi } from '../../../../reference/npi.js'
import { parseState } from '../../../../reference/states.js'
import { boardIdKey, licenseKey } from '../../keys.js'
import { middleKey, nameKey, suffixKey } from '../../normalise.js'
import { type FamilyName, type GivenName, parseFamilyName, parseGivenName } from '../../person-name.js'
import type { Person } from '../types.js'
import { boardNumber, stateNumber, suffixNumber } from './codes.js'

/** How a family name stands on file. */
export const aliasKinds = { CURRENT: 0, FORMER: 1, PART: 2 } as const

export interface PersonKeys {
  given: string
  /** The first word of the given name, where it has several; else the same. */
  first: string
  middle: string
  suffix: number
  aliases: { key: string; kind: number }[]
  npi: number
  licenses: { issuer: number; key: string; from: number | undefined; until: number | undefined }[]
  certifications: { issuer: number; key: string }[]
  city: string
  email: string
}

const familyNames = new Map<string, FamilyName>()
const givenNames = new Map<string, GivenName>()
const middleNames = new Map<string, string>()
const maxRemembered = 100_000

/** Every key of a person on file, by the rules that hold for what is typed. */
export function keysOfPerson(person: Person): PersonKeys {
  const given = remembered(givenNames, person.givenName, parseGivenName)
  const family = remembered(familyNames, person.familyName, parseFamilyName)
  const isSimple = !given.middle
  return {
    given: given.key,
    first: isSimple ? given.key : given.first,
    middle: (person.middleName ? remembered(middleNames, person.middleName, middleKey) : '') || given.middle,
    suffix: suffixNumber((person.suffix ? suffixKey(person.suffix) : undefined) ?? family.suffix),
    aliases: aliasesOf(family, person.formerFamilyNames ?? []),
    npi: person.npi && isNpi(person.npi) ? Number(person.npi) : 0,
    licenses: person.licenses.map(({ state, number, inForceFrom, inForceUntil }) => ({
      issuer: stateNumber(parseState(state)),
      key: licenseKey(number),
      from: inForceFrom,
      until: inForceUntil,
    })),
    certifications: (person.certifications ?? []).flatMap(({ boardCode, boardId }) => {
      const key = boardIdKey(boardId)
      return key ? [{ issuer: boardNumber(boardCode), key }] : []
    }),
    city: person.city ? nameKey(person.city) : '',
    email: person.email ? emailKey(person.email) : '',
  }
}

/** What two spellings of one e-mail address have in common. */
export const emailKey = (text: string) => {
  const key = text.trim().toLowerCase()
  return key.length <= 254 && key.includes('@') ? key : ''
}

function aliasesOf({ key, parts, core }: FamilyName, former: readonly string[]) {
  const isSimple = former.length === 0 && parts.length === 0 && !core
  if (isSimple) return key ? [{ key, kind: aliasKinds.CURRENT }] : []
  const aliases = new Map<string, number>()
  const add = (name: string, kind: number) => {
    if (name && !aliases.has(name)) aliases.set(name, kind)
  }
  add(key, aliasKinds.CURRENT)
  for (const name of former) add(remembered(familyNames, name, parseFamilyName).key, aliasKinds.FORMER)
  for (const part of parts) add(part.key, aliasKinds.PART)
  if (core) add(core, aliasKinds.PART)
  return [...aliases].map(([key, kind]) => ({ key, kind }))
}

function remembered<T>(memory: Map<string, T>, text: string, parse: (text: string) => T): T {
  const known = memory.get(text)
  if (known !== undefined) return known
  if (memory.size >= maxRemembered) memory.clear()
  const parsed = parse(text)
  memory.set(text, parsed)
  return parsed
}
