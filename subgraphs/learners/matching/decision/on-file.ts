import type { EntityManager } from '@mikro-orm/postgresql'
import { Learner } from '../../learner/learner.js'
import type { ComparedField } from '../engine/types.js'

/** What is on file about somebody, field by field, in the words of the boards. */
export type OnFile = Partial<Record<ComparedField, string[]>>

const members = ['familyNames', 'licenseRecords', 'diplomateRecords'] as const

/** What is on file about learners who may have been merged since, by the ids that were asked for. */
export async function readOnFile(em: EntityManager, learnerIds: readonly string[]): Promise<Map<string, OnFile>> {
  const asked = await em.find(Learner, { learnerId: { $in: [...new Set(learnerIds)] } })
  const survivorIds = asked.map(({ learnerId, survivor }) => survivor?.learnerId ?? learnerId)
  const people = await em.find(
    Learner,
    { $or: [{ learnerId: { $in: survivorIds } }, { survivor: { $in: survivorIds } }] },
    { populate: members },
  )
  return new Map(
    asked.map(({ learnerId, survivor }) => {
      const id = survivor?.learnerId ?? learnerId
      const group = people.filter((person) => person.learnerId === id || person.survivor?.learnerId === id)
      return [learnerId, onFile(group.toSorted((one) => (one.learnerId === id ? -1 : 1)))]
    }),
  )
}

function onFile(people: readonly Learner[]): OnFile {
  const licenses = people.flatMap(({ licenseRecords }) => licenseRecords.getItems())
  return {
    NPI: distinct(people.map(({ npi }) => npi)),
    LICENSE: distinct(licenses.map(({ state, licenseNumber }) => `${state} ${licenseNumber}`)),
    BOARD_ID: distinct(
      people.flatMap(({ diplomateRecords }) =>
        diplomateRecords.getItems().map(({ boardCode, boardId }) => `${boardCode} ${boardId}`),
      ),
    ),
    LAST_NAME: distinct([
      ...people.map(({ familyName }) => familyName),
      ...people.flatMap(({ familyNames }) =>
        familyNames.getItems().flatMap(({ kind, name }) => (kind === 'FORMER' ? [name] : [])),
      ),
    ]),
    FIRST_NAME: distinct(people.map(({ givenName }) => givenName)),
    MIDDLE_NAME: distinct(people.map(({ middleName }) => middleName)),
    SUFFIX: distinct(people.map(({ suffix }) => suffix)),
    STATE: distinct(licenses.map(({ state }) => state)).sort(),
  }
}

const distinct = (values: readonly (string | null | undefined)[]) => [
  ...new Set(values.filter((value): value is string => Boolean(value))),
]
