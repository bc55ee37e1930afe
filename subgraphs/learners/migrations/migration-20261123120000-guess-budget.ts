import { Migration } from '@mikro-orm/migrations'

/** The wrong birthdays that a provider has tried for a physician, and who has let it try again. */
export class Migration20261123120000GuessBudget extends Migration {
  override up(): void {
    this.addSql(`
      create table match_guess (
        provider_id text not null,
        learner_id uuid not null references learner,
        birth_month smallint not null,
        birth_day smallint not null,
        guessed_at timestamptz not null,
        primary key (provider_id, learner_id, birth_month, birth_day)
      )`)
    this.addSql('create index match_guess_recent on match_guess (provider_id, guessed_at)')
    this.addSql(`
      create table guess_release (
        release_id uuid primary key,
        provider_id text not null,
        learner_id uuid not null references learner,
        released_by text not null,
        released_at timestamptz not null,
        reason text not null
      )`)
    this.addSql('create index guess_release_learner on guess_release (provider_id, learner_id, released_at desc)')
  }

  override down(): void {
    this.addSql('drop table guess_release, match_guess')
  }
}
