const numbers = 100_000_000
/** Shares no factor with the count of numbers, so that each number comes up once. */
const step = 61_803_399
/** What the prefix 80840 adds to the sum under which the check digit is computed. */
const prefixSum = 24

/** The NPI of the n-th physician under a seed number: nine digits that no other has, and the check digit. */
export function npiOf(index: number, seed: number, isReserved: (npi: string) => boolean): string {
  const digits = String((index * step + ((seed * 7_919_717) % numbers)) % numbers).padStart(8, '0')
  const npi = withCheckDigit(`1${digits}`)
  return isReserved(npi) ? withCheckDigit(`2${digits}`) : npi
}

function withCheckDigit(nine: string): string {
  let sum = prefixSum
  for (let index = 0; index < nine.length; index += 1) {
    const digit = nine.charCodeAt(index) - 48
    const doubled = digit < 5 ? digit * 2 : digit * 2 - 9
    sum += index % 2 === 0 ? doubled : digit
  }
  return `${nine}${(10 - (sum % 10)) % 10}`
}
