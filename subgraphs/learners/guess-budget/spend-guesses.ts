import type { EntityManager } from '@mikro-orm/postgresql'
import { executeBound } from '../../shared/postgres/bound.js'
import { type Guess, guessDays, guessesPerLearner } from './guess.js'

/**
 * Writes down the wrong birthdays that a provider has tried, and answers of which physicians it is to hear nothing more.
 * Guesses are counted before anything is said, so that many tries in one call, or many calls at once, gain nothing.
 */
export async function spendGuesses(
  em: EntityManager,
  providerId: string,
  guesses: readonly Guess[],
  now: Date,
): Promise<ReadonlySet<string>> {
  if (guesses.length) await executeBound(em, insertSql, [providerId, JSON.stringify(distinct(guesses)), now])
  const spent = await executeBound<{ learnerId: string }>(em, spentSql, [providerId, now, guessDays, guessesPerLearner])
  return new Set(spent.map(({ learnerId }) => learnerId))
}

/** One statement cannot touch a row twice. */
function distinct(guesses: readonly Guess[]): Guess[] {
  return [...new Map(guesses.map((guess) => [Object.values(guess).join(), guess])).values()]
}

const insertSql = `
  insert into match_guess (provider_id, learner_id, birth_month, birth_day, guessed_at)
  select $1, "learnerId", "birthMonth", "birthDay", $3
  from jsonb_to_recordset($2::jsonb) as guess ("learnerId" uuid, "birthMonth" smallint, "birthDay" smallint)
  order by "learnerId", "birthMonth", "birthDay"
  on conflict (provider_id, learner_id, birth_month, birth_day) do update set guessed_at = excluded.guessed_at`

const spentSql = `
  select learner_id as "learnerId"
  from match_guess
  where provider_id = $1 and guessed_at > $2::timestamptz - make_interval(days => $3)
  group by learner_id
  having count(*) > $4`
