const tenDigits = /^[0-9]{10}$/

const zero = '0'.charCodeAt(0)

/** Digits of the prefix 80840, under which the check digit of an NPI is computed, weighted as they fall. */
const prefixSum = 24

/** True for ten digits whose last is the check digit of a National Provider Identifier (L15). */
export function isNpi(text: string): boolean {
  if (!tenDigits.test(text)) return false
  let sum = prefixSum
  for (let place = 0; place < text.length; place++) sum += weighted(text.charCodeAt(place) - zero, place % 2 === 0)
  return sum % 10 === 0
}

function weighted(digit: number, isDoubled: boolean): number {
  if (!isDoubled) return digit
  return digit < 5 ? digit * 2 : digit * 2 - 9
}
