const particles: readonly (readonly [letters: string, written: string])[] = [
  ['delos', 'De Los '],
  ['delas', 'De Las '],
  ['dela', 'De La '],
  ['vander', 'Van Der '],
  ['vanden', 'Van Den '],
  ['vonder', 'Von Der '],
]
const irish = /^o(brien|connor|connell|neill|neal|neil|hara|leary|malley|reilly|rourke|donnell|dell|keefe|toole|grady)$/
/** Names whose bearers often write them with accents. */
const accented = new Map(
  (
    'García Martínez Rodríguez López Hernández González Pérez Sánchez Ramírez Gómez Díaz Vázquez Jiménez Gutiérrez ' +
    'Álvarez Fernández Muñoz Núñez Peña Méndez Domínguez Suárez Velázquez Chávez Ríos León Mejía Ibáñez Piña Marín ' +
    'José María Jesús Raúl Ramón Andrés Héctor Iván Martín Óscar Sofía Lucía Mónica Verónica Inés Zoë Chloë Renée André'
  )
    .split(' ')
    .map((name) => [plainLetters(name), name]),
)

/** A name of lower-case letters as its bearers write it: McDonald, O’Brien’s apostrophe, De La Cruz. */
export function spellOut(letters: string, known: (letters: string) => boolean): string {
  if (irish.test(letters)) return `O'${capital(letters.slice(1))}`
  if (/^mc[a-z]{3}/.test(letters)) return `Mc${capital(letters.slice(2))}`
  const particle = particles.find(([start]) => letters.startsWith(start) && known(letters.slice(start.length)))
  return particle ? `${particle[1]}${capital(letters.slice(particle[0].length))}` : capital(letters)
}

/** The name with its accents where there are any. */
export const withAccents = (name: string) => accented.get(plainLetters(name)) ?? name

/** Lower-case letters only: what is left of a name when writing habits are taken away. */
export function plainLetters(text: string): string {
  return text
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^a-z]/g, '')
}

/** The word with a capital in front. */
export const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1)
