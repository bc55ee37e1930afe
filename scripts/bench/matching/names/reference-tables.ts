import { familyNames } from '../../../../subgraphs/reference/family-names.js'
import { givenNames } from '../../../../subgraphs/reference/given-names.js'
import type { NamingTradition } from '../../../../subgraphs/reference/name-frequencies.js'
import { areNicknames } from '../../../../subgraphs/reference/nicknames.js'
import { Weighted } from '../../../seed/random/weighted.js'
import { cohorts, type NameGroup, nameGroups, perKey } from './groups.js'
import type { NameTables, Sex } from './name-tables.js'

/** Which list of the reference data has the names of a group. */
export const traditionOf: Record<NameGroup, NamingTradition> = {
  WHITE: 'GENERAL',
  BLACK: 'GENERAL',
  HISPANIC: 'HISPANIC',
  SOUTH_ASIAN: 'SOUTH_ASIAN',
  EAST_ASIAN: 'EAST_ASIAN',
  MIDDLE_EASTERN: 'MIDDLE_EASTERN',
}

// The lists have few short forms among thousands of names, so the most frequent names are enough to look for them.
const nicknamedNames = 700

/** The tables that are always there: fewer names, so more people of one name than in life. */
export function readReferenceTables(): NameTables {
  return {
    source: 'the name lists of the repository (the public name tables are not present)',
    family: perKey(nameGroups, (group) => new Weighted(familyNames[traditionOf[group]])),
    given: perKey(['F', 'M'] as const, (sex) => perKey(nameGroups, (group) => givenOf(sex, group))),
    nicknames: findNicknames(),
  }
}

function givenOf(sex: Sex, group: NameGroup) {
  const names = new Weighted(givenNames[sex][traditionOf[group]])
  return perKey(cohorts, () => names)
}

function findNicknames(): Map<string, string[]> {
  const names = (['F', 'M'] as const).flatMap((sex) =>
    givenNames[sex].GENERAL.slice(0, nicknamedNames).map(([name]) => name),
  )
  const isShortOf = (short: string, name: string) =>
    short.length < name.length && areNicknames(name.toUpperCase(), short.toUpperCase())
  return new Map(
    names.flatMap((name): [string, string[]][] => {
      const shorts = names.filter((short) => isShortOf(short, name))
      return shorts.length > 0 ? [[name.toLowerCase(), shorts]] : []
    }),
  )
}
