import type { Claim, Person } from '../../../../subgraphs/learners/matching/engine/types.js'
import type { Physician } from '../population/physician.js'
import type { Cells } from '../rows/cells.js'

/** A physician in the words of the engine; the year of birth is left out, nobody ever says it. */
export function toPerson(physician: Physician): Person {
  return {
    personId: physician.id,
    givenName: physician.first,
    middleName: physician.middle || null,
    familyName: physician.last,
    suffix: physician.suffix || null,
    formerFamilyNames: physician.formerLast ? [physician.formerLast] : [],
    birthMonth: physician.birthMonth,
    birthDay: physician.birthDay,
    npi: physician.npi || null,
    licenses: physician.licenses,
    certifications: physician.boards.map(({ board, id }) => ({ boardCode: board, boardId: id })),
    city: physician.city || null,
    email: physician.email || null,
  }
}

/** A row in the words of the engine, cell by cell as it was typed. */
export function toClaim(cells: Cells): Claim {
  const [, boardCode, boardId] = /^\s*([A-Za-z]{2,8})\s*:\s*(.*)$/.exec(cells.board_id) ?? []
  return {
    givenName: cells.first,
    familyName: cells.last,
    middleName: cells.middle,
    suffix: cells.suffix,
    birthMonth: toNumber(cells.birth_month),
    birthDay: toNumber(cells.birth_day),
    state: cells.state,
    license: cells.license,
    npi: cells.npi,
    boardCode: boardCode ?? null,
    boardId: boardId ?? cells.board_id,
    city: cells.city,
    email: cells.email,
  }
}

/** Null for a cell that holds no whole number. */
const toNumber = (cell: string) => (/^\s*\d{1,4}\s*$/.test(cell) ? Number(cell) : null)
