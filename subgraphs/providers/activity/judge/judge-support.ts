import { parseSupportSource } from '../../../reference/support-sources.js'
import { type ActivityIssue, issue } from './issue.js'
import type { JudgedActivity } from './judged.js'

const largest = 2 ** 31 - 1
const isMoney = (amount: number) => Number.isInteger(amount) && amount >= 0 && amount <= largest

/** Commercial support, in money and in kind: A23 to A26. */
export function judgeSupport(activity: JudgedActivity): ActivityIssue[] {
  const { commercialSupportReceived: isReceived, commercialSupport, inKindSupporters } = activity
  const names = [...commercialSupport.map(({ source }) => source), ...inKindSupporters]
  const issues: ActivityIssue[] = []
  if (isReceived === true && names.length === 0) issues.push(issue('SUPPORTER_MISSING', 'commercialSupport'))
  if (isReceived === false && names.length > 0)
    issues.push(issue('SUPPORTER_UNEXPECTED', 'commercialSupportReceived', { value: names.join(', ') }))
  for (const { source, amount, currency } of commercialSupport) {
    if (!isMoney(amount)) issues.push(issue('SUPPORT_AMOUNT', 'commercialSupport', { value: amount }))
    if (!/^[A-Z]{3}$/.test(currency)) issues.push(issue('CURRENCY_UNKNOWN', 'commercialSupport', { value: currency }))
    else if (currency !== 'USD')
      issues.push(issue('CURRENCY_UNUSUAL', 'commercialSupport', { source, value: currency }))
  }
  for (const name of new Set(names))
    if (parseSupportSource(name) === undefined)
      issues.push(issue('SUPPORTER_NOT_LISTED', 'commercialSupport', { value: name || 'A supporter without a name' }))
  return issues
}
