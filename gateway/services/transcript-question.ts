import { isNpi } from '../../subgraphs/reference/npi.js'
import { badRequest } from '../../subgraphs/shared/errors.js'
import { isDay } from '../../subgraphs/shared/graphql/scalars.js'

/** Whose transcript is asked for, and of which days. */
export interface TranscriptQuestion {
  firstName: string
  lastName: string
  stateOfLicensure?: string
  stateMedicalLicenseID?: string
  npi?: string
  from?: string
  to?: string
}

const maxLength = 100

/** A question as it stands in an address (5.10). Throws BAD_REQUEST for one that cannot be answered (W07). */
export function readQuestion(search: URLSearchParams): TranscriptQuestion {
  const given = (name: string) => {
    const text = search.get(name)?.trim()
    if (text && text.length > maxLength) throw badRequest(`${name} has more than ${maxLength} characters.`)
    return text || undefined
  }
  const [firstName, lastName] = [given('firstName'), given('lastName')]
  if (!firstName || !lastName) throw badRequest('Name the physician by firstName and lastName.')
  const stateOfLicensure = given('stateOfLicensure')
  if (stateOfLicensure && !/^[A-Z]{2}$/.test(stateOfLicensure))
    throw badRequest('stateOfLicensure is two capital letters, such as ME.')
  const stateMedicalLicenseID = given('stateMedicalLicenseID')
  const npi = given('npi')
  if (npi && !isNpi(npi)) throw badRequest('npi has ten digits, the last of which checks the others.')
  if (!npi && !(stateOfLicensure && stateMedicalLicenseID))
    throw badRequest('Name the physician by npi, or by stateOfLicensure and stateMedicalLicenseID.')
  const from = dayIn(given('completionDateRangeStart'), 'completionDateRangeStart')
  const to = dayIn(given('completionDateRangeEnd'), 'completionDateRangeEnd')
  if (from && to && to < from) throw badRequest('completionDateRangeEnd comes before completionDateRangeStart.')
  return { firstName, lastName, stateOfLicensure, stateMedicalLicenseID, npi, from, to }
}

/** The same where both days have to be given. */
export function readQuestionOfDays(search: URLSearchParams): TranscriptQuestion {
  const question = readQuestion(search)
  if (!question.from || !question.to) throw badRequest('Send completionDateRangeStart and completionDateRangeEnd.')
  return question
}

/** A time of day is left out, so that no zone moves the day (L10). */
function dayIn(text: string | undefined, name: string): string | undefined {
  const day = text?.replace(/T.*$/, '')
  if (day && !isDay(day)) throw badRequest(`${name} is a day such as 2026-06-30.`)
  return day
}
