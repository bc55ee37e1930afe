import { join } from 'node:path'
import { familyNames } from '../../../../subgraphs/reference/family-names.js'
import { givenNames } from '../../../../subgraphs/reference/given-names.js'
import type { NameFrequencies } from '../../../../subgraphs/reference/name-frequencies.js'
import { Weighted } from '../../../seed/random/weighted.js'
import { type CsvRecord, readRecords } from '../csv/read-csv.js'
import { type Cohort, cohorts, type NameGroup, nameGroups, perKey } from './groups.js'
import type { NameTables } from './name-tables.js'
import { traditionOf } from './reference-tables.js'
import { capital, plainLetters, spellOut } from './spelling.js'

const censusShares: Partial<Record<NameGroup, string>> = {
  WHITE: 'pct_white',
  BLACK: 'pct_black',
  HISPANIC: 'pct_hispanic',
}
/** How many surnames of a group come from the lists of the repository, as far as the census does not tell them apart. */
const fromLists: Partial<Record<NameGroup, number>> = { SOUTH_ASIAN: 0.65, EAST_ASIAN: 0.2, MIDDLE_EASTERN: 1 }
/** How many of those named abroad bear a first name of their own tradition; the others have one of this country. */
const ownTradition: Partial<Record<NameGroup, number>> = { SOUTH_ASIAN: 0.85, EAST_ASIAN: 0.45, MIDDLE_EASTERN: 0.85 }
const decades: Record<Cohort, readonly string[]> = {
  b1940s: ['b1940s', 'b1950s'],
  b1960s: ['b1960s', 'b1970s'],
  b1980s: ['b1980s', 'b1990s'],
}
// Fewer births than this in thirty years are left out: the tail is long, and nobody is a physician in it.
const fewestBirths = 20

/** Reads census surnames, births by decade, and first names by self-reported group from their public tables. */
export async function readSharedTables(folder: string): Promise<NameTables> {
  const surnames = await readRecords(join(folder, 'surnames_us_census2000.csv'))
  const births = await readRecords(join(folder, 'given_names_us_ssa_1940_1999.csv'))
  const applicants = await readRecords(join(folder, 'given_names_by_ethnicity_tzioumis2018.csv'))
  const nicknames = await readRecords(join(folder, 'nicknames.csv'))
  return {
    source: `the public name tables of ${folder}`,
    family: familyOf(surnames),
    given: givenOf(births, applicants),
    nicknames: nicknamesOf(nicknames),
  }
}

type Row = CsvRecord

const numberIn = (row: Row | undefined, column: string) => Number(row?.[column] ?? 0)

function familyOf(surnames: readonly Row[]): NameTables['family'] {
  const known = new Set(surnames.filter((row) => numberIn(row, 'count') > 500).map((row) => row.surname ?? ''))
  const listed = perKey(
    nameGroups,
    (group) => new Set(familyNames[traditionOf[group]].map(([name]) => plainLetters(name))),
  )
  const isListed = (letters: string) => nameGroups.some((group) => listed[group].has(letters))
  const entries = perKey(nameGroups, (): [string, number][] => [])
  for (const row of surnames) {
    const letters = row.surname ?? ''
    const name = spellOut(letters, (rest) => known.has(rest))
    const borneBy = (column: string) => (numberIn(row, 'count') * numberIn(row, column)) / 100
    for (const group of nameGroups) {
      const column = censusShares[group]
      if (column) entries[group].push([name, borneBy(column)])
    }
    // The census knows one group of Asians only. A name that no list has may be of either; Lee and Young are not of the south.
    if (!listed.SOUTH_ASIAN.has(letters))
      entries.EAST_ASIAN.push([name, borneBy('pct_api') / (isListed(letters) ? 1 : 2)])
    if (!isListed(letters)) entries.SOUTH_ASIAN.push([name, borneBy('pct_api') / 2])
  }
  return perKey(nameGroups, (group) => {
    return new Weighted(mixed(entries[group], familyNames[traditionOf[group]], fromLists[group] ?? 0))
  })
}

function givenOf(births: readonly Row[], applicants: readonly Row[]): NameTables['given'] {
  const shares = new Map(applicants.map((row) => [row.name ?? '', sharesOf(row)]))
  const usual = shares.get('all other first names') ?? sharesOf(undefined)
  return perKey(['F', 'M'] as const, (sex) => {
    const names = births
      .filter((row) => row.sex === sex)
      .map((row) => ({
        name: capital(row.name ?? ''),
        counts: perKey(cohorts, (cohort) => decades[cohort].reduce((sum, decade) => sum + numberIn(row, decade), 0)),
        shares: shares.get(row.name ?? '') ?? usual,
      }))
    return perKey(nameGroups, (group) =>
      perKey(cohorts, (cohort) => {
        const here = names
          .filter(({ counts }) => counts[cohort] >= fewestBirths)
          .map(({ name, counts, shares }): [string, number] => [name, counts[cohort] * shares[group]])
        return new Weighted(mixed(here, givenNames[sex][traditionOf[group]], ownTradition[group] ?? 0))
      }),
    )
  })
}

const sharesOf = (row: Row | undefined) => perKey(nameGroups, (group) => shareOf(group, row))

/** A group’s share of a first name; a little of everything, since every name is borne by somebody of every group. */
function shareOf(group: NameGroup, share: Row | undefined): number {
  const column = censusShares[group] ?? (group === 'MIDDLE_EASTERN' ? 'pct_white' : 'pct_api')
  return 0.001 + numberIn(share, column) / 100
}

/** Two lists in one, of which the second is drawn from with a given probability. */
function mixed(here: NameFrequencies, abroad: NameFrequencies, part: number): [string, number][] {
  const scaled = (list: NameFrequencies, size: number) => {
    if (size === 0) return []
    const total = list.reduce((sum, [, weight]) => sum + weight, 0)
    return list.map(([name, weight]): [string, number] => [name, (weight / total) * size])
  }
  return [...scaled(here, 1 - part), ...scaled(abroad, part)]
}

function nicknamesOf(rows: readonly Row[]): Map<string, string[]> {
  const table = new Map<string, string[]>()
  for (const { name = '', nickname = '' } of rows) {
    const known = table.get(name) ?? []
    known.push(capital(nickname))
    table.set(name, known)
  }
  return table
}
