import { type GraphQLLeafType, type GraphQLSchema, isEnumType, isSpecifiedScalarType } from 'graphql'
import { Unsupported } from '../unsupported.js'

/** Where the JSON value ends that begins at a place; MISFIT where it is not what has to stand there. */
export type Scan = (bytes: Uint8Array, at: number) => number

/** No place: a value is to be looked at by whoever takes answers apart. */
export const MISFIT = -1

const [quote, backslash, minus, point, zero, nine] = [...'"\\-.09'].map((letter) => letter.charCodeAt(0)) as [
  number,
  number,
  number,
  number,
  number,
  number,
]
const letterN = 'n'.charCodeAt(0)
/** What JSON.stringify puts behind a backslash, but for the numbers of control characters. */
const escapes = new Set([...'"\\bfnrt'].map((letter) => letter.charCodeAt(0)))
/** Control characters that it writes as numbers. */
const numbered = Array.from({ length: 0x20 }, (_, code) => JSON.stringify(String.fromCharCode(code)).slice(2, -1))
  .filter((written) => written.startsWith('u'))
  .map((written) => literal(written))
/** As many digits as a double keeps whatever they are. */
const mostDigits = 15
/** From here on JavaScript writes small numbers with an exponent. */
const mostZeros = 5

/** Scans a text that has to stand there letter for letter. */
export function literal(text: string): Scan {
  const wanted = Buffer.from(text)
  return (bytes, at) => {
    for (let index = 0; index < wanted.length; index += 1) if (bytes[at + index] !== wanted[index]) return MISFIT
    return at + wanted.length
  }
}

/** A null. */
export const scanNull: Scan = literal('null')

/** Lets null stand in the place of a value. */
export const orNull =
  (scan: Scan): Scan =>
  (bytes, at) =>
    bytes[at] === letterN ? scanNull(bytes, at) : scan(bytes, at)

/** A string as JSON.stringify writes it, so that copying it is writing it. */
export const scanString: Scan = (bytes, at) => {
  if (bytes[at] !== quote) return MISFIT
  for (let place = at + 1; place < bytes.length; place += 1) {
    const byte = bytes[place] as number
    if (byte === quote) return place + 1
    if (byte < 0x20) return MISFIT
    if (byte === backslash) {
      place += 1
      if (escapes.has(bytes[place] as number)) continue
      place = scanNumbered(bytes, place) - 1
      if (place < MISFIT) return MISFIT
    }
  }
  return MISFIT
}

const scanNumbered: Scan = (bytes, at) => {
  for (const scan of numbered) {
    const end = scan(bytes, at)
    if (end !== MISFIT) return end
  }
  return MISFIT
}

const endOfDigits: Scan = (bytes, at) => {
  let place = at
  while ((bytes[place] as number) >= zero && (bytes[place] as number) <= nine) place += 1
  return place
}

/** A whole number as JSON.stringify writes it. */
const scanWhole: Scan = (bytes, at) => {
  const first = bytes[at] === minus ? at + 1 : at
  const end = endOfDigits(bytes, first)
  if (end === first || end - first > mostDigits) return MISFIT
  // Neither -0 nor 012 is how a number is written.
  if (bytes[first] === zero && (end - first > 1 || first > at)) return MISFIT
  return bytes[end] === point || isExponent(bytes[end]) ? MISFIT : end
}

/** A number as JSON.stringify writes it, without an exponent. */
const scanNumber: Scan = (bytes, at) => {
  const first = bytes[at] === minus ? at + 1 : at
  const end = endOfDigits(bytes, first)
  if (bytes[end] !== point) return scanWhole(bytes, at)
  if (end === first || (bytes[first] === zero && end - first > 1)) return MISFIT
  const last = endOfDigits(bytes, end + 1)
  if (last === end + 1 || bytes[last - 1] === zero || last - first - 1 > mostDigits) return MISFIT
  let zeros = end + 1
  while (bytes[zeros] === zero) zeros += 1
  if (bytes[first] === zero && zeros - end - 1 > mostZeros) return MISFIT
  return isExponent(bytes[last]) ? MISFIT : last
}

const isExponent = (byte: number | undefined) => byte === 0x65 || byte === 0x45

const either =
  (one: Scan, other: Scan): Scan =>
  (bytes, at) => {
    const end = one(bytes, at)
    return end === MISFIT ? other(bytes, at) : end
  }

const scanBoolean = either(literal('true'), literal('false'))

const builtIn: Readonly<Record<string, Scan>> = {
  Int: scanWhole,
  Float: scanNumber,
  String: scanString,
  ID: either(scanString, scanWhole),
  Boolean: scanBoolean,
}

/** Scans values of a scalar or an enum that callers may see as they are. */
export function leafScan(type: GraphQLLeafType, apiSchema: GraphQLSchema): Scan {
  if (isEnumType(type)) {
    const known = apiSchema.getType(type.name)
    const values = (isEnumType(known) ? known : type).getValues()
    return values.map(({ name }) => literal(`"${name}"`)).reduce(either, () => MISFIT)
  }
  if (!isSpecifiedScalarType(type)) return either(scanString, either(scanNumber, scanBoolean))
  const scan = builtIn[type.name]
  if (!scan) throw new Unsupported(type.name)
  return scan
}

/** Scans a list of values. */
export function listScan(item: Scan): Scan {
  return (bytes, at) => {
    if (bytes[at] !== 0x5b) return MISFIT
    if (bytes[at + 1] === 0x5d) return at + 2
    let place = at
    do {
      place = item(bytes, place + 1)
      if (place === MISFIT) return MISFIT
    } while (bytes[place] === 0x2c)
    return bytes[place] === 0x5d ? place + 1 : MISFIT
  }
}
