import type { Scope, Selected } from '../completion/completion.policy.js'

/** Entries (alias `c`) of one learner, whoever of those merged into one they were written with. */
export const writtenFor = (learnerId: string): Scope => ({
  where: 'c.learner_id = any(same_learner(?::uuid))',
  params: [learnerId],
})

const isMerged = `(
  exists (select from learner_merge where learner_id = c.learner_id)
  or exists (select from learner_merge where survivor_id = c.learner_id)
)`

/**
 * Entries (alias `c`) of learners with a license of a board, or merged with somebody who has one. Asked for each entry, as a
 * join of all credit with all licensees is what the planner would rather do.
 */
export const licensedBy = (boardCode: string): Scope => ({
  where: `(select true from learner_license where board_code = ? and learner_id = c.learner_id limit 1)
    or (${isMerged} and (
      select true from merged_learner me
      join merged_learner person using (survivor_id)
      join learner_license license on license.learner_id = person.learner_id
      where me.learner_id = c.learner_id and license.board_code = ? limit 1
    ))`,
  params: [boardCode, boardCode],
})

/** The ids of everybody with a license of a board, and of those merged with them, each once. */
export const licenseesOf = (boardCode: string): Selected => ({
  select: `
    select learner_id from learner_license where board_code = ?
    union
    select person.learner_id
    from learner_license license
    join merged_learner licensee using (learner_id)
    join merged_learner person using (survivor_id)
    where license.board_code = ?`,
  params: [boardCode, boardCode],
})

/**
 * Entries (alias `c`) that count: what was reported for two learners before they were merged is one credit, and the entry
 * that a board has accepted, or else the earlier one, stands for both. Nearly nobody is merged, so that is asked first.
 */
export const countsOnce = `(c.status = 'REJECTED' or not ${isMerged} or not has_twin(c.learner_id, c.part_id, c.activity_id,
  c.completed_on, c.kind, c.board_code, c.distinction, c.status = 'PENDING', c.recorded_at))`

const countedOnce = `(c.status = 'REJECTED' or not ${isMerged} or not exists (
  select from merged_learner me
  join merged_learner other using (survivor_id)
  join live_credit twin on twin.learner_id = other.learner_id
  where me.learner_id = c.learner_id and other.learner_id <> c.learner_id
    and (twin.activity_id, twin.completed_on, twin.kind, twin.board_code, twin.distinction)
      = (c.activity_id, c.completed_on, c.kind, c.board_code, c.distinction)
    and twin.status in ('PENDING', 'ACCEPTED')
    and (twin.status = 'PENDING', twin.recorded_at, twin.part_id) < (c.status = 'PENDING', c.recorded_at, c.part_id)
))`

/** The same scope where the ledger at an instant takes the projection’s place, which a function would not see. */
export const atInstant = ({ where, params }: Scope): Scope => ({
  where: where.replaceAll(countsOnce, countedOnce),
  params,
})
