import { Migration } from '@mikro-orm/migrations'

/** Candidates of decisions as texts instead of JSON, and with what prior they were weighed. */
export class Migration20261123130000DecisionText extends Migration {
  override up(): void {
    this.addSql('alter table match_decision add column prior_bits double precision, add column candidate_text text')
    this.addSql(`
      update match_decision set candidate_text = coalesce((
        select string_agg(
          concat_ws(' ', candidate ->> 'personId', candidate ->> 'probability',
            (select coalesce(string_agg((bar ->> 0) || ':' || (bar ->> 1) || ':' || (bar ->> 2), ',' order by nth), '')
             from jsonb_array_elements(candidate -> 'evidence') with ordinality as bars (bar, nth)),
            (select coalesce(string_agg(veto, ','), '')
             from jsonb_array_elements_text(coalesce(candidate -> 'vetoes', '[]')) as vetoes (veto))),
          E'\\n' order by place)
        from jsonb_array_elements(candidates) with ordinality as listed (candidate, place)), '')`)
    this.addSql('alter table match_decision drop column candidates')
    this.addSql('alter table match_decision rename column candidate_text to candidates')
    this.addSql('alter table match_decision alter column candidates set not null')
    this.addSql('drop index match_decision_claim')
  }

  override down(): void {
    this.addSql('create index match_decision_claim on match_decision (claim_fingerprint)')
    this.addSql('alter table match_decision add column candidate_json jsonb')
    this.addSql(`
      update match_decision set candidate_json = coalesce((
        select jsonb_agg(jsonb_build_object(
          'personId', split_part(line, ' ', 1),
          'probability', split_part(line, ' ', 2)::numeric,
          'evidence', (
            select coalesce(jsonb_agg(jsonb_build_array(split_part(bar, ':', 1), split_part(bar, ':', 2),
              split_part(bar, ':', 3)::numeric) order by nth), '[]')
            from string_to_table(split_part(line, ' ', 3), ',') with ordinality as bars (bar, nth) where bar <> ''),
          'vetoes', to_jsonb(array_remove(string_to_array(split_part(line, ' ', 4), ','), ''))) order by place)
        from string_to_table(candidates, E'\\n') with ordinality as lines (line, place) where line <> ''), '[]')`)
    this.addSql('alter table match_decision drop column candidates, drop column prior_bits')
    this.addSql('alter table match_decision rename column candidate_json to candidates')
    this.addSql('alter table match_decision alter column candidates set not null')
  }
}
