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
/** What JSON.stringify puts behind a backslash, but for the numbers of control characters. */
const escapes = new Set([...'"\\bfnrt'].map((letter) => letter.charCodeAt(0)))
/** Control characters that it writes as numbers. */
const numbered = Array.from({ length: 0x20 }, (_, code) => JSON.stringify(String.fromCharCode(code)).slice(2, -1))
  .filter((written) => written.startsWith('u'))
  .map((written) => Buffer.from(written))
/** 1 for each byte that stands for itself in a string. */
const plain = Uint8Array.from({ length: 0x100 }, (_, byte) =>
  Number(byte >= 0x20 && byte !== quote && byte !== backslash),
)
/** As many digits as a double keeps whatever they are. */
const mostDigits = 15
/** From here on JavaScript writes small numbers with an exponent. */
const mostZeros = 5

/** A text that has to stand there letter for letter. */
function scanText(bytes: Uint8Array, at: number, wanted: Uint8Array): number {
  for (let index = 0; index < wanted.length; index += 1) if (bytes[at + index] !== wanted[index]) return MISFIT
  return at + wanted.length
}

const [nothing, yes, no] = ['null', 'true', 'false'].map((text) => Buffer.from(text)) as [Buffer, Buffer, Buffer]

/** A null. */
export const scanNull: Scan = (bytes, at) => scanText(bytes, at, nothing)

/** A string as JSON.stringify writes it, so that copying it is writing it. */
export const scanString: Scan = (bytes, at) => {
  if (bytes[at] !== quote) return MISFIT
  let place = at + 1
  for (;;) {
    while (place < bytes.length && plain[bytes[place] as number]) place += 1
    if (bytes[place] === quote) return place + 1
    if (bytes[place] !== backslash) return MISFIT
    place = scanEscape(bytes, place + 1)
    if (place === MISFIT) return MISFIT
  }
}

const scanEscape: Scan = (bytes, at) => {
  if (escapes.has(bytes[at] as number)) return at + 1
  for (const wanted of numbered) {
    const end = scanText(bytes, at, wanted)
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
export const scanWhole: Scan = (bytes, at) => {
  const first = bytes[at] === minus ? at + 1 : at
  const end = endOfDigits(bytes, first)
  if (end === first || end - first > mostDigits) return MISFIT
  // Neither -0 nor 012 is how a number is written.
  if (bytes[first] === zero && (end - first > 1 || first > at)) return MISFIT
  return bytes[end] === point || isExponent(bytes[end]) ? MISFIT : end
}

/** A number as JSON.stringify writes it, without an exponent. */
export const scanNumber: Scan = (bytes, at) => {
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

/** True or false. */
export const scanBoolean: Scan = (bytes, at) => scanText(bytes, at, bytes[at] === 0x74 ? yes : no)

/** A string, or a whole number. */
export const scanId: Scan = (bytes, at) => (bytes[at] === quote ? scanString(bytes, at) : scanWhole(bytes, at))

/** A string, a number, true or false. */
export const scanScalar: Scan = (bytes, at) => {
  if (bytes[at] === quote) return scanString(bytes, at)
  const end = scanNumber(bytes, at)
  return end === MISFIT ? scanBoolean(bytes, at) : end
}
