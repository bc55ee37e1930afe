import type { EntityManager } from '@mikro-orm/postgresql'
import { newId } from '../../shared/new-id.js'
import type { Guess } from '../guess-budget/guess.js'
import { guessesOf } from '../guess-budget/guesses-of.js'
import { spendGuesses } from '../guess-budget/spend-guesses.js'
import { keepReviewed } from '../review/reviewed-decisions.js'
import { type RuledDecision, type Ruling, ruled } from '../review/ruling.js'
import { readRulings } from '../review/rulings.query.js'
import { fingerprintOf, wordsOf } from './decision/fingerprint.js'
import { MatchPart } from './decision/match-record.js'
import { type DecisionRecord, writeDecisions } from './decision/write-decisions.js'
import type { Engine } from './engine/engine.js'
import type { Decision } from './engine/types.js'
import type { MatchingIndex } from './follow/matching-index.js'
import type { HeldLicenses } from './held-licenses.js'
import { readHeldLicenses } from './held-licenses.query.js'
import { inTurns } from './in-turns.js'
import type { PartDecisions } from './match-parts.js'
import type { LearnerClaim, LearnerMatch } from './match-types.js'
import { isAbout, toPartMatch, withheld } from './part-match.js'
import type { PartsAhead } from './parts-ahead.js'
import { PartsDecided, type WordedClaim } from './parts-decided.js'

/** What matching needs beside the database of the request. */
export interface Matching {
  index: MatchingIndex
  /** The key of the fingerprints of claims. */
  fingerprintKey: Buffer
  /** What was decided before it was asked for. */
  ahead?: PartsAhead
}

/** Who is to hear the answers. */
export interface Asker {
  /** The part of the platform that asks. */
  caller: string
  /** The provider on whose behalf it asks: every birthday that it tries counts. */
  providerId: string
}

/**
 * Answers whom each of these claims is about, in their order, and keeps every decision. Of a physician whose birthday the
 * provider has tried too often it is told nothing (I13).
 */
export async function matchLearners(
  em: EntityManager,
  { index, fingerprintKey, ahead }: Matching,
  claims: readonly LearnerClaim[],
  { caller, providerId }: Asker,
): Promise<LearnerMatch[]> {
  const [engine, rulings] = await Promise.all([index.engine(), readRulings(em, fingerprintKey, providerId, claims)])
  const parts = new PartsDecided(engine, index.deciding, ahead)
  const rule = ([{ claim, words }, decisions]: [WordedClaim, PartDecisions]): Decided => {
    const license = withId(decisions.license, rulings.on(MatchPart.LICENSE, claim))
    return {
      claim,
      fingerprint: fingerprintOf(fingerprintKey, claim, words),
      license,
      isLicensed: isSurelyLicensed(engine, license?.decision, claim),
      diplomate: withId(decisions.diplomate, rulings.on(MatchPart.DIPLOMATE, claim)),
    }
  }
  const worded = await inTurns(claims, (claim): WordedClaim => ({ claim, words: wordsOf(claim) }))
  const begun = inGroups(worded).map((some) => {
    const deciding = parts
      .on(some)
      .then((decisions) =>
        some.map((each, nth): [WordedClaim, PartDecisions] => [each, decisions[nth] as PartDecisions]),
      )
    deciding.catch(leaveToTheEnd)
    return deciding
  })
  const decided: Decided[] = []
  const kept: Promise<void>[] = []
  for (const deciding of begun) {
    const some = await inTurns(await deciding, rule)
    decided.push(...some)
    const keeping = keep(em, some, { caller, decidedAt: new Date() })
    keeping.catch(leaveToTheEnd)
    kept.push(keeping)
  }
  const [licenses, silent] = await Promise.all([
    readHeldLicenses(
      em,
      decided.flatMap(({ license, isLicensed }) => (isLicensed ? [] : matchedId(license?.decision))),
    ),
    spendGuesses(em, providerId, decided.flatMap(guessesIn), new Date()),
    ...kept,
  ])
  const told = (part: Identified, current: boolean) => {
    const { id, caseId, decision } = part
    return toPartMatch(isSilent(part, silent) ? withheld(decision) : decision, id, current, caseId !== null)
  }
  return decided.map(
    ({ claim, license, isLicensed, diplomate }): LearnerMatch => ({
      license: license && told(license, isLicensed || isCurrent(licenses, license.decision, claim)),
      diplomate: diplomate && told(diplomate, true),
    }),
  )
}

/** Decisions that are kept together, while the next ones are made. */
const keptAtOnce = 500

const inGroups = <Item>(items: readonly Item[]): Item[][] =>
  Array.from({ length: Math.ceil(items.length / keptAtOnce) }, (_, group) =>
    items.slice(group * keptAtOnce, (group + 1) * keptAtOnce),
  )

/** What could not be decided or kept is heard of where everything that was decided has to be. */
const leaveToTheEnd = () => undefined

interface Decided {
  claim: LearnerClaim
  fingerprint: string
  license: Identified | null
  /** True when the license was in force (I15), as far as that is known without the database. */
  isLicensed: boolean
  diplomate: Identified | null
}

interface Identified extends RuledDecision {
  id: string
}

const withId = (decision: Decision | null, ruling: Ruling | undefined): Identified | null =>
  decision && { id: newId(), ...ruled(decision, ruling) }

const guessesIn = ({ claim, license, diplomate }: Decided): Guess[] =>
  [license, diplomate].flatMap((part) =>
    part && !part.caseId ? guessesOf(claim.birthMonth, claim.birthDay, part.decision) : [],
  )

async function keep(em: EntityManager, decided: readonly Decided[], by: { caller: string; decidedAt: Date }) {
  const record = (part: DecisionRecord['part'], identified: Identified | null, fingerprint: string) =>
    identified ? [{ decisionId: identified.id, part, fingerprint, decision: identified.decision }] : []
  const records = decided.flatMap(({ fingerprint, license, diplomate }): DecisionRecord[] => [
    ...record('LICENSE', license, fingerprint),
    ...record('DIPLOMATE', diplomate, fingerprint),
  ])
  await writeDecisions(em, records, by)
  await keepReviewed(
    em,
    decided.flatMap(({ license, diplomate }) => [license, diplomate]),
  )
}

/** A person’s word is told as it is; of whoever was looked at in vain nothing is. */
const isSilent = ({ decision, caseId }: Identified, silent: ReadonlySet<string>) =>
  caseId === null ? isAbout(decision, silent) : decision.decision !== 'MATCHED'

const matchedId = (decision: Decision | undefined) =>
  decision?.decision === 'MATCHED' && decision.personId ? [decision.personId] : []

const isSurelyLicensed = (engine: Engine, decision: Decision | undefined, { state, completedOn }: LearnerClaim) =>
  decision?.decision === 'MATCHED' &&
  decision.personId !== undefined &&
  engine.isSurelyLicensed(decision.personId, state ?? '', completedOn)

const isCurrent = (licenses: HeldLicenses, { personId }: Decision, claim: LearnerClaim) =>
  personId !== undefined && licenses.isCurrent(personId, claim)
