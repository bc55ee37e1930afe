/** Digits and letters without I, L, O and U: nobody has to guess what was printed. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const length = 20
const lookAlikes: Readonly<Record<string, string>> = { O: '0', I: '1', L: '1' }

/** The bytes of chance that a code is made of: one for each character, of which five bits count. */
export const verificationCodeBytes = length

/** Writes bytes of chance as a code like `K7QF2-9D3MX-0TVRB-4HWZ8`. */
export function verificationCode(bytes: Uint8Array): string {
  if (bytes.length !== length) throw new Error(`A code is made of ${length} bytes, not ${bytes.length}.`)
  return grouped([...bytes].map((byte) => alphabet.charAt(byte % alphabet.length)).join(''))
}

/** The code that somebody has typed in any case, with or without hyphens and spaces; null when it cannot be one. */
export function parseVerificationCode(text: string): string | null {
  const letters = text
    .toUpperCase()
    .replace(/[\s\p{Dash}]/gu, '')
    .replace(/[OIL]/g, (letter) => lookAlikes[letter] ?? letter)
  return letters.length === length && [...letters].every((letter) => alphabet.includes(letter))
    ? grouped(letters)
    : null
}

const grouped = (letters: string) => letters.replace(/(.{5})(?=.)/g, '$1-')
