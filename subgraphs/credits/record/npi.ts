/** The prefix that an NPI carries as a card number; it enters the check digit. */
const issuerPrefix = '80840'

/** True for ten digits whose check digit is wrong (L15): Luhn over the issuer prefix and the number. */
export function isWrongNpi(text: string): boolean {
  const digits = text.replace(/[\s-]/g, '')
  return /^\d{10}$/.test(digits) && luhnSum(issuerPrefix + digits) % 10 !== 0
}

function luhnSum(digits: string): number {
  return [...digits].reverse().reduce((sum, digit, index) => {
    const value = Number(digit) * (index % 2 ? 2 : 1)
    return sum + (value > 9 ? value - 9 : value)
  }, 0)
}
