import type { Random } from '../../../seed/random/random.js'

const rows = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm']
const letters = 'abcdefghijklmnopqrstuvwxyz'

/** A word with one slip of the fingers: a letter lost, doubled, exchanged with its neighbour, hit beside, or too many. */
export function mistype(random: Random, word: string): string {
  const at = random.between(word.length > 3 ? 1 : 0, word.length - 1)
  const [front, letter, back] = [word.slice(0, at), word.charAt(at), word.slice(at + 1)]
  switch (random.below(5)) {
    case 0:
      return `${front}${back}`
    case 1:
      return `${front}${letter}${letter}${back}`
    case 2:
      return `${front}${back.charAt(0)}${letter}${back.slice(1)}`
    case 3:
      return `${front}${beside(random, letter)}${back}`
    default:
      return `${front}${letter}${random.pick([...letters])}${back}`
  }
}

/** A number with one slip: a wrong digit, two exchanged, or one lost. */
export function misdial(random: Random, number: string): string {
  const places = [...number].flatMap((character, place) => (/\d/.test(character) ? [place] : []))
  const at = random.pick(places)
  const [front, digit, back] = [number.slice(0, at), number.charAt(at), number.slice(at + 1)]
  const other = String((Number(digit) + random.between(1, 9)) % 10)
  const kind = random.float()
  if (kind < 0.6) return `${front}${other}${back}`
  if (kind < 0.85 && /^\d/.test(back)) return `${front}${back.charAt(0)}${digit}${back.slice(1)}`
  return kind < 0.85 ? `${front}${other}${back}` : `${front}${back}`
}

function beside(random: Random, letter: string): string {
  const row = rows.find((keys) => keys.includes(letter.toLowerCase()))
  if (!row) return random.pick([...letters])
  const place = row.indexOf(letter.toLowerCase())
  return row.charAt(place === 0 ? 1 : place + (random.chance(0.5) ? 1 : -1)) || row.charAt(place - 1)
}
