import { conflict } from '../../shared/errors.js'
import { CompletionSource } from '../completion/completion.js'
import { headOf, type LedgerRecord, type RecordVersion } from './ledger-record.js'
import { type Change, changesOf } from './record-changes.js'

const maxVersions = 200
const told = 5

/** Throws CONFLICT, with what was changed meanwhile, unless the record stands at the version that the caller saw. */
export function expectVersion(record: LedgerRecord, expected: number): void {
  const head = headOf(record)
  if (head.version === expected) {
    if (head.version < maxVersions) return
    throw conflict(`This record has ${maxVersions} versions, which is the most that one can have.`, {
      hint: 'Take it back and report the completion anew.',
    })
  }
  const since = record.versions
    .filter(({ version }) => version > expected)
    .map((version) => sentenceOf(record, version))
  throw conflict(
    since.length
      ? `This record was changed since. ${since.slice(-told).join(' ')}`
      : `This record has no version ${expected}; it stands at ${head.version}.`,
    { hint: 'Load the record again, then decide.' },
  )
}

/** Throws CONFLICT for credit that nobody reported: it follows from what a board accepted (L41). */
export function mustBeReported({ versions: [first] }: LedgerRecord): void {
  if (first.source !== CompletionSource.DERIVED) return
  throw conflict('This CME credit follows from MOC credit that a board has accepted.', {
    hint: 'Correct or take back the record of the MOC credit; this one follows.',
  })
}

const verbs = {
  REPORTED: 'reported it',
  CORRECTED: 'corrected it',
  VOIDED: 'took it back',
  RESTORED: 'put an earlier version back',
}

function sentenceOf(record: LedgerRecord, version: RecordVersion): string {
  const changes = version.verb === 'VOIDED' ? [] : changesOf(record, version).slice(0, told).map(changeInWords)
  const what = changes.length ? `: ${changes.join(', ')}` : ''
  return `Version ${version.version}: ${version.byName ?? 'a file'} ${verbs[version.verb]}${what}.`
}

const changeInWords = ({ label, before, after }: Change) => `${label} ${before ?? 'blank'} → ${after ?? 'blank'}`
