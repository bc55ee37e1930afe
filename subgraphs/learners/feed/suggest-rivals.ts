/**
 * The statement that suggests a merge where a row named somebody by the NPI of somebody else: one of the two is mistaken,
 * or they are one person. A pair about which somebody has spoken is not suggested again.
 */
export const suggestRivals = `
  with pair as (
    select distinct learner_id, rival_id from chunk where rival_id <> learner_id
  ), fresh as (
    insert into merge_proposal (proposal_id, merged_id, survivor_id, status)
    select uuidv7(), learner_id, rival_id, 'SUGGESTED' from pair
    where not exists (
      select from merge_proposal known
      where (known.merged_id, known.survivor_id) in ((learner_id, rival_id), (rival_id, learner_id))
    )
    on conflict do nothing
    returning proposal_id
  )
  insert into merge_decision (proposal_id, sequence, decision, reason, decided_by)
  select proposal_id, 1, 'SUGGESTED', 'A board reported the one with the NPI of the other.', 'feed' from fresh`
