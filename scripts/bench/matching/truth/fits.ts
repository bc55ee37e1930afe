import { plainLetters } from '../names/spelling.js'
import type { License, Physician } from '../population/physician.js'
import type { Said } from '../rows/said.js'

/** What people called one name may also be called, in lower-case letters. */
export type Nicknames = (one: string, other: string) => boolean

/**
 * True when everything that was said fits a physician, harmless ways of saying it included: this is what the truth means,
 * and no engine has a part in it. Mail and city are left out, for people have several.
 */
export function fits(said: Said, physician: Physician, areNicknames: Nicknames): boolean {
  return (
    fitsFirst(said.first, physician, areNicknames) &&
    fitsLast(said.last, physician) &&
    isCompatible(said.middle, physician.middle) &&
    (!said.suffix || !physician.suffix || said.suffix === physician.suffix) &&
    (said.birthMonth === 0 || said.birthMonth === physician.birthMonth) &&
    (said.birthDay === 0 || said.birthDay === physician.birthDay) &&
    (!said.state || physician.licenses.some(({ state }) => state === said.state)) &&
    (!said.license || physician.licenses.some((license) => fitsLicense(said, license))) &&
    (!said.npi || said.npi === physician.npi) &&
    (!said.boardId || physician.boards.some(({ board, id }) => said.boardId === `${board}:${id}`))
  )
}

function fitsFirst(said: string, { first, middle }: Physician, areNicknames: Nicknames): boolean {
  const own = plainLetters(first)
  const whole = plainLetters(said)
  if (whole === own || areNicknames(own, whole)) return true
  const [front = '', ...rest] = said.split(' ')
  const start = plainLetters(front)
  if (rest.length > 0) return (start === own || areNicknames(own, start)) && isCompatible(rest.join(''), middle)
  return whole.length === 1 && own.startsWith(whole)
}

function fitsLast(said: string, { last, formerLast }: Physician): boolean {
  const letters = plainLetters(said)
  return letters === plainLetters(last) || (formerLast !== '' && letters === plainLetters(formerLast))
}

function isCompatible(said: string, onFile: string): boolean {
  const [one, other] = [plainLetters(said), plainLetters(onFile)]
  return one.startsWith(other) || other.startsWith(one)
}

function fitsLicense(said: Said, { state, number }: License): boolean {
  return (!said.state || said.state === state) && digitsOf(said.license) === digitsOf(number)
}

const digitsOf = (number: string) => number.replace(/\D/g, '').replace(/^0+/, '')
