import type { NameTables } from '../names/name-tables.js'
import { NicknameTable } from '../names/nicknames.js'
import { Population } from '../population/population.js'
import { kinFor, type Mix } from '../rows/mixes.js'
import { RowMaker } from '../rows/row-maker.js'
import { FitIndex } from '../truth/fit-index.js'
import type { TestData } from './test-data.js'

export interface GeneratedOptions {
  population: number
  rows: number
  seed: number
  mix: Mix
}

/** A population and rows that are made while they are read. */
export function generate({ population: size, rows, seed, mix }: GeneratedOptions, tables: NameTables): TestData {
  const population = new Population({ size, seed, kin: kinFor(mix, size) }, tables)
  const nicknames = new NicknameTable(tables.nicknames)
  const index = new FitIndex(population, nicknames)
  return {
    words: `seed ${seed}`,
    async *people() {
      let place = 0
      for (const physician of population.onFile()) {
        index.add(place, physician)
        place += 1
        yield physician
      }
      index.close()
    },
    async *rows() {
      const maker = new RowMaker(population, index, mix, seed)
      for (let place = 0; place < rows; place += 1) yield maker.at(place)
    },
    find: (id) => population.at(Number(id)),
    bearersOf: (id) => index.bearersOf(population.at(Number(id)).last),
  }
}
