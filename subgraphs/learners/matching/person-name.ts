import { isBlankName, legible, nameKey, plainWord, suffixKey } from './normalise.js'

/** A first-name cell, which may hold a middle name too. */
export interface GivenName {
  /** The key of the whole cell; empty when nothing was given. */
  key: string
  first: string
  /** What follows the first word; empty when nothing does. */
  middle: string
  suffix?: string | undefined
}

/** A last-name cell, which may hold a double name, a suffix and credentials. */
export interface FamilyName {
  /** The key of the whole name; empty when nothing was given. */
  key: string
  /** The halves of a hyphenated or double name; none for a simple one. */
  parts: { key: string; name: string }[]
  /** A simple name without the particles in front of it, CRUZ for “de la Cruz”; undefined when it has none. */
  core?: string | undefined
  suffix?: string | undefined
}

const titles = new Set(['DR', 'DOCTOR', 'PROF', 'PROFESSOR', 'MR', 'MRS', 'MS', 'MISS'])
const credentials = new Set(
  `MD DO PHD MBBS MBBCH MPH MBA MHA MS MSC MSN JD DDS DMD DPM DC OD PHARMD RN NP APRN DNP CRNA PA PAC ESQ
  FACP FACS FACC FACOG FACEP FACR FACG FACE FAAP FAAFP FAAN FAAOS FAAD FACCP FCCP FASN FIDSA FHM SFHM FRCP FRCS FRCPC`.split(
    /\s+/,
  ),
)
const particles = new Set(
  `DE DEL DELLA DELA DA DAS DO DOS DI DU D LA LAS LE LOS VAN VON VANDER VANDEN DEN DER HET TEN TER ZU ZUR
  AL EL ABU BEN BIN BINT IBN ST STE SAN SANTA SAINT MC MAC FITZ O`.split(/\s+/),
)
const connectors = new Set(['Y', 'E'])

/** Reads a first-name cell: “Robert”, “Robert J.”, “Dr. Mary-Ann Elizabeth”, “Robert (Bob)”. */
export function parseGivenName(text: string): GivenName {
  const plain = plainWord(text)
  if (plain) return { key: plain, first: plain, middle: '', suffix: undefined }
  const { words, suffix } = withoutDecoration(wordsOf(text), (found) => found.length > 1)
  const [first, ...rest] = words.map(({ key }) => key)
  return { key: [first, ...rest].join(''), first: first ?? '', middle: rest.join(''), suffix }
}

/** Reads a last-name cell: “O’Brien”, “Smith-Jones Jr., MD”, “García y López”, “de la Cruz”. */
export function parseFamilyName(text: string): FamilyName {
  const plain = plainWord(text)
  if (plain) return { key: plain, parts: [], core: undefined, suffix: undefined }
  const { words, suffix } = withoutDecoration(wordsOf(text), () => true)
  const atoms = words.flatMap(({ text }) => text.split(/\p{Pd}+/u).map((atom) => toWord(atom))).filter(({ key }) => key)
  const groups: { key: string; name: string }[] = []
  let lead = { key: '', name: '' }
  atoms.forEach(({ key, text }, index) => {
    const isLast = index === atoms.length - 1
    if (connectors.has(key) && index > 0 && !isLast) return
    const group = { key: lead.key + key, name: `${lead.name} ${text}`.trim() }
    lead = { key: '', name: '' }
    if ((particles.has(key) || key.length === 1) && !isLast) lead = group
    else groups.push(group)
  })
  const key = groups.map((group) => group.key).join('')
  const last = atoms.at(-1)?.key
  const core = groups.length === 1 && last && last !== key && last.length > 2 ? last : undefined
  return { key, parts: groups.length > 1 ? groups : [], core, suffix }
}

interface Word {
  text: string
  key: string
  /** True when a comma stood before it. */
  afterComma: boolean
}

const toWord = (text: string, afterComma = false): Word => ({ text, key: nameKey(text), afterComma })

/** What stands beside a name in brackets or quotes, as in “Robert (Bob)”. */
const asides = /\([^)]*\)|\[[^\]]*\]|["“”][^"“”]*["“”]|(?<=\s)['‘’][^'‘’]+['‘’](?=\s|$)/g

function wordsOf(text: string): Word[] {
  const cell = legible(text)
  if (isBlankName(cell)) return []
  const plain = cell.replace(asides, ' ')
  return (nameKey(plain) ? plain : cell)
    .replace(/\.(?=\p{L}{2})/gu, '. ')
    .replace(/\s*,\s*/g, ' ,')
    .split(/[\s/;]+/)
    .map((word) => toWord(word.replace(/^,/, ''), word.startsWith(',')))
    .filter(({ key, text }) => key || suffixKey(text))
}

/** Takes titles from the front, suffix and credentials from the back; one word always stays. */
function withoutDecoration(given: readonly Word[], isSuffix: (suffix: string) => boolean) {
  const words = [...given]
  let suffix: string | undefined
  while (words.length > 1 && titles.has(words[0]?.key ?? '')) words.shift()
  for (let last = words.at(-1); last && words.length > 1; last = words.at(-1)) {
    const found = suffixKey(last.text)
    if (found && isSuffix(found)) suffix = found
    else if (!isCredential(last)) break
    words.pop()
  }
  return { words, suffix }
}

/** “Do” is a name and “DO” a degree. */
function isCredential({ text, key, afterComma }: Word): boolean {
  if (!credentials.has(key)) return false
  return key !== 'DO' || afterComma || text !== 'Do'
}
