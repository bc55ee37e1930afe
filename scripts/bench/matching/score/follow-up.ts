import type { ComparedField } from '../../../../subgraphs/learners/matching/engine/types.js'
import type { Physician } from '../population/physician.js'
import type { Cells } from '../rows/cells.js'

/** What somebody who knows the physician answers to each question; nothing where there is no answer. */
const answers: Record<ComparedField, (physician: Physician, cells: Cells) => Partial<Cells>> = {
  NPI: ({ npi }) => ({ npi }),
  LICENSE: ({ licenses }, { state }) => {
    const license = licenses.find((held) => held.state === state.trim().toUpperCase()) ?? licenses[0]
    return license ? { license: license.number, state: license.state } : {}
  },
  BOARD_ID: ({ boards: [first] }) => (first ? { board_id: `${first.board}:${first.id}` } : {}),
  NAME_ORDER: ({ first, last }) => ({ first, last }),
  LAST_NAME: ({ last }) => ({ last }),
  FIRST_NAME: ({ first }) => ({ first }),
  MIDDLE_NAME: ({ middle }) => (middle ? { middle } : {}),
  SUFFIX: ({ suffix }) => (suffix ? { suffix } : {}),
  BIRTHDATE: ({ birthMonth, birthDay }) => ({ birth_month: String(birthMonth), birth_day: String(birthDay) }),
  STATE: ({ licenses: [first] }) => (first ? { state: first.state } : {}),
  CITY: ({ city }) => (city ? { city } : {}),
  EMAIL: ({ email }) => (email ? { email } : {}),
}

/** The row with the answer to one question, or undefined where the physician has none. */
export function answerQuestion(cells: Cells, field: ComparedField, physician: Physician): Cells | undefined {
  const answer = answers[field](physician, cells)
  return Object.keys(answer).length > 0 ? { ...cells, ...answer } : undefined
}
