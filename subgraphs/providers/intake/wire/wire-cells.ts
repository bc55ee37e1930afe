import {
  at,
  atEither,
  recordsWith,
  textOf,
  textsOf,
  type WireRecord,
  type WireValue,
} from '../../../shared/wire/wire-value.js'
import { type CellKey, type ColumnKey, cellKey } from '../column/column.js'
import { joinList, joinPairs } from '../column/list-text.js'
import { type IntakeCells, textCell } from '../row/intake-row.js'
import type { RowIssue } from '../row/row-issue.js'
import { wireIssues } from './wire-issues.js'
import { learnerCells } from './wire-learners.js'

type Path = readonly string[]
const health = (...path: string[]): Path[] => [
  ['healthcareMetadata', 'healthcareEducation', ...path],
  ['Lom', 'healthcareMetadata', 'healthcareEducation', ...path],
  ['ActivityDescription', 'Lom', 'healthcareMetadata', 'healthcareEducation', ...path],
]
const general = (...path: string[]): Path[] => [
  ['Lom', 'general', ...path],
  ['ActivityDescription', 'Lom', 'general', ...path],
]
const own = (...path: string[]): Path[] => [['XtensibleInfo', ...path]]

/** Where single values stand (5.6, 5.7). */
const single: readonly (readonly [key: ColumnKey, paths: readonly Path[]])[] = [
  ['recordAction', own('activityRecordAction')],
  ['title', general('title')],
  ['description', general('description')],
  ['activityFormat', health('activityFormat')],
  ['startsOn', health('startDateTime')],
  ['endsOn', health('endDateTime')],
  ['city', health('activityLocation', 'city')],
  ['state', health('activityLocation', 'stateOrProvince')],
  ['country', health('activityLocation', 'country')],
  ['providership', health('activitySponsorship')],
  ['commercialSupportReceived', health('commercialSupport')],
  ['countedOn', own('ParticipantsCountedOn')],
  ['displayInPassport', own('ForPublicList')],
  ['fee', own('FeeForParticipation')],
  ['registration', own('ActivityRegistration')],
  ['isMips', own('IsMeritBasedIncentivePaymentSystem')],
  ['remsType', own('REMS', 'type')],
  ['remsIdentifier', own('REMS', 'relatedIdentifier')],
  ['isInterprofessional', own('isInterprofessional')],
  ['close', own('closeActivityRecord')],
  ['pharmacyActivityType', own('Pharmacy', 'activityType')],
  ['pharmacyTopic', own('Pharmacy', 'topic')],
  ['pharmacyLiveOn', own('Pharmacy', 'liveDate')],
  ['pharmacySequenceNumber', own('Pharmacy', 'sequenceNumber')],
  ['uanPharmacist', own('Pharmacy', 'uanPharmacist')],
  ['uanTechnician', own('Pharmacy', 'uanTechnician')],
  ['hasRecertifications', own('Pharmacy', 'hasRecertifications')],
  ['recertificationRequirements', own('Pharmacy', 'recertificationRequirements')],
]

/** Where lists of texts stand. */
const lists: readonly (readonly [key: ColumnKey, paths: readonly Path[]])[] = [
  ['deliveryMethods', own('DeliveryMethods')],
  ['commendationTags', own('CommendationTags')],
  ['inKindSupporters', own('InKindSupports')],
  ['targetProfessions', health('targetAudience', 'profession')],
  ['specialties', health('targetAudience', 'specialty')],
]

/** Where lists of two things each stand. */
const paired: readonly (readonly [key: ColumnKey, path: Path, left: string, right: string])[] = [
  ['measuredOutcomes', ['XtensibleInfo', 'MeasuredOutcomes'], 'outcome', 'measurementTypes'],
  ['stateContentTags', ['XtensibleInfo', 'StateContentTags'], 'domain', 'topic'],
  ['pharmacyContentTags', ['XtensibleInfo', 'Pharmacy', 'contentTags'], 'state', 'tag'],
]

const catalogs: Readonly<Record<string, ColumnKey>> = {
  'accme activity id': 'activityId',
  'provider activity id': 'providerActivityId',
  url: 'url',
}

/** A record of XML or JSON under our names, and what is wrong with it as a record. */
export function wireCells(record: WireRecord): { cells: IntakeCells; issues: RowIssue[] } {
  const cells: IntakeCells = {}
  const set = (key: CellKey, text: string | undefined) => {
    if (text !== undefined && text !== '') cells[key] = textCell(text)
  }
  for (const [key, paths] of single) set(key, textOf(atEither(record, ...paths)))
  for (const [key, paths] of lists) set(key, joinList(textsOf(atEither(record, ...paths))))
  for (const [key, path, left, right] of paired) {
    set(
      key,
      joinPairs(
        recordsWith(at(record, ...path), left).map((pair) => [
          textOf(at(pair, left)) ?? '',
          textsOf(at(pair, right)).join(','),
        ]),
      ),
    )
  }
  for (const identifier of recordsWith(atEither(record, ...general('identifier')), 'catalog')) {
    const key = catalogs[(textOf(at(identifier, 'catalog')) ?? '').toLowerCase()]
    if (key) set(key, textOf(at(identifier, 'entry')))
  }
  const credits = recordsWith(atEither(record, ...health('credits')), 'numberOfCredits', 'activityCertification')
  creditCells(credits, set)
  for (const [i, money] of recordsWith(
    at(record, 'ActivityDescription', 'commercialSupportAmount'),
    'supportSource',
    'value',
  ).entries()) {
    set(cellKey('supporter', i + 1), textOf(at(money, 'supportSource')))
    set(cellKey('supportAmount', i + 1), textOf(at(money, 'value')))
    set(cellKey('supportCurrency', i + 1), textOf(at(money, 'currency')))
  }
  learnerCells(at(record, 'ParticipationMetrics'), set)
  boardCells(record, set)
  return { cells, issues: wireIssues(record, cells) }
}

type Set = (key: CellKey, text: string | undefined) => void

/** AMA PRA credit is an amount of its own; what else is awarded is a list. */
function creditCells(credits: readonly WireRecord[], set: Set): void {
  const partners = credits.flatMap((credit) => textsOf(at(credit, 'nonAccreditedProvider')))
  set('jointProviders', joinList([...new Set(partners)]))
  const named = credits.map((credit) => ({
    category: textOf(at(credit, 'activityCertification')) ?? '',
    amount: textOf(at(credit, 'numberOfCredits')) ?? '',
  }))
  const isAma = ({ category }: { category: string }) => category === '' || /^AMA PRA Category 1\b/i.test(category)
  set('credits', named.find(isAma)?.amount)
  set(
    'otherCredits',
    joinPairs(named.filter((credit) => !isAma(credit)).map(({ category, amount }) => [category, amount])),
  )
}

/** One group of columns for each board; content outlines stand apart and are ABA’s. */
function boardCells(record: WireRecord, set: Set): void {
  const outlines = recordsWith(at(record, 'XtensibleInfo', 'ContentOutlines'), 'source').flatMap((outline) =>
    recordsWith(at(outline, 'keys'), 'keyword', 'value'),
  )
  for (const [i, moc] of recordsWith(at(record, 'XtensibleInfo', 'MOCRegistrations'), 'boardName').entries()) {
    const board = textOf(at(moc, 'boardName'))
    const repetition = i + 1
    set(cellKey('board', repetition), board)
    set(cellKey('points', repetition), textOf(at(moc, 'mocPoints')))
    set(cellKey('creditTypes', repetition), joinList(textsOf(at(moc, 'MOCCreditType'))))
    set(cellKey('practiceAreas', repetition), joinList(textsOf(at(moc, 'specialties'))))
    set(cellKey('creditClaimOn', repetition), textOf(at(moc, 'CreditClaimDate')))
    if (board?.toUpperCase() !== 'ABA') continue
    for (const [j, key] of (['contentOutline1', 'contentOutline2'] as const).entries())
      set(cellKey(key, repetition), outlineText(outlines[j]))
  }
}

const outlineText = (outline: WireValue | undefined): string | undefined =>
  outline === undefined
    ? undefined
    : joinPairs([[textOf(at(outline, 'keyword')) ?? 'Free Text', textOf(at(outline, 'value')) ?? '']])
