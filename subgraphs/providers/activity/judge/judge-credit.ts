import { otherCreditCategories } from '../../../reference/credit-categories.js'
import { pharmacyTopics } from '../../../reference/pharmacy.js'
import { isFilled } from '../change/blank.js'
import { type ActivityIssue, issue } from './issue.js'
import type { JudgedActivity } from './judged.js'

/** True for a positive multiple of 0.25, counted in quarters. */
export const isAmount = (quarters: number): boolean => Number.isSafeInteger(quarters) && quarters > 0 && quarters <= 4e6

/** Credit of every category, and what pharmacists need: A20, A21, A37, A38. */
export function judgeCredit(activity: JudgedActivity): ActivityIssue[] {
  const { creditQuarters, otherCredits, accreditationType } = activity
  const amounts = [creditQuarters ?? [], ...otherCredits.map(({ quarters }) => quarters)].flat()
  const categories = otherCredits.map(({ category }) => category)
  return [
    ...amounts
      .filter((quarters) => !isAmount(quarters))
      .map((quarters) => issue('CREDIT_STEP', 'credits', { value: quarters / 4 })),
    ...new Set(
      categories
        .filter((category, index) => categories.indexOf(category) !== index)
        .map((category) =>
          issue('LISTED_TWICE', 'otherCredits', { label: 'Other credit', value: otherCreditCategories[category] }),
        ),
    ),
    ...(accreditationType === 'JOINT'
      ? []
      : categories.map((category) =>
          issue('CREDIT_CATEGORY_NOT_YOURS', 'otherCredits', { value: otherCreditCategories[category] }),
        )),
    ...judgePharmacy(activity),
  ]
}

function judgePharmacy({ pharmacy, otherCredits }: JudgedActivity): ActivityIssue[] {
  if (!pharmacy || !isFilled(pharmacy)) return []
  const { topic, sequenceNumber } = pharmacy
  const issues: ActivityIssue[] = []
  if (!otherCredits.some(({ category }) => category === 'PHARMACY'))
    issues.push(issue('PHARMACY_UNEXPECTED', 'pharmacy'))
  if (topic && !(pharmacyTopics as readonly string[]).includes(topic))
    issues.push(issue('PHARMACY_TOPIC', 'pharmacy.topic', { value: topic }))
  const isNumber = (value: number) => Number.isInteger(value) && value >= 1 && value <= 9_999
  if (typeof sequenceNumber === 'number' && !isNumber(sequenceNumber))
    issues.push(issue('SEQUENCE_NUMBER', 'pharmacy.sequenceNumber', { value: sequenceNumber }))
  return issues
}
