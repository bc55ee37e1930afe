import { mipsCriteria } from '../../../reference/attestations.js'
import { outcomes } from '../../../reference/measured-outcomes.js'
import { type ActivityIssue, issue } from './issue.js'
import type { JudgedActivity } from './judged.js'

const remsIdentifier = /^EG-\d{6}-\d{3}$/

/** What is said of the content: A31 to A34, A36. */
export function judgeContent(activity: JudgedActivity): ActivityIssue[] {
  return [...judgeRems(activity), ...judgeMips(activity), ...judgeOutcomes(activity), ...judgeStateTags(activity)]
}

function judgeRems({ rems }: JudgedActivity): ActivityIssue[] {
  if (!rems) return []
  const { type, identifier } = rems
  if (Boolean(type) !== Boolean(identifier)) return [issue('REMS_INCOMPLETE', type ? 'rems.identifier' : 'rems.type')]
  return identifier && !remsIdentifier.test(identifier)
    ? [issue('REMS_IDENTIFIER_UNUSUAL', 'rems.identifier', { value: identifier })]
    : []
}

function judgeMips({ isMips, mipsCriteria: attested }: JudgedActivity): ActivityIssue[] {
  const open = Object.keys(mipsCriteria).filter((criterion) => !attested.some((given) => given === criterion))
  return isMips && open.length ? [issue('MIPS_NOT_ATTESTED', 'mipsCriteria', { count: open.length })] : []
}

function judgeOutcomes({ measuredOutcomes }: JudgedActivity): ActivityIssue[] {
  const measured = measuredOutcomes.map(({ outcome }) => outcome)
  return measuredOutcomes.flatMap(({ outcome, types }, index) => [
    ...(types.length ? [] : [issue('OUTCOME_TYPE_MISSING', 'measuredOutcomes', { value: outcomes[outcome] })]),
    ...(measured.indexOf(outcome) === index
      ? []
      : [issue('LISTED_TWICE', 'measuredOutcomes', { label: 'Measured outcomes', value: outcomes[outcome] })]),
  ])
}

function judgeStateTags({ hasStateContentTags, stateContentTags }: JudgedActivity): ActivityIssue[] {
  const issues = stateContentTags
    .filter(({ domain, topic }) => !domain || !topic)
    .map(() => issue('STATE_TAG_INCOMPLETE', 'stateContentTags'))
  if (hasStateContentTags && stateContentTags.length === 0) issues.push(issue('STATE_TAG_MISSING', 'stateContentTags'))
  return issues
}
