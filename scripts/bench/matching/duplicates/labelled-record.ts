import type { Claim, Person } from '../../../../subgraphs/learners/matching/engine/types.js'

/** One of many records of which some are about the same person. */
export interface LabelledRecord {
  /** Whom it is about: records of one person have the same entity. */
  entity: string
  /** The record as it would stand on file; its id is unique. */
  person: Person
  /** The record as somebody would ask about it. */
  claim: Claim
}
