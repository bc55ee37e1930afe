import type { Readable } from 'node:stream'
import type { EntityManager } from '@mikro-orm/postgresql'
import { centralDay } from '../../reference/central-day.js'
import type { Viewer } from '../../reference/viewer.js'
import { notFound } from '../../shared/errors.js'
import { visibleTranscripts } from './transcript.policy.js'
import { readTranscript, type StoredTranscript } from './transcript.query.js'
import type { BoardTotal, TranscriptDocument } from './transcript-document.js'
import { renderTranscript } from './transcript-pdf.js'
import { parseVerificationCode } from './verification-code.js'
import { memberName } from './wording.js'

/** The transcript as software reads it: hash the document and compare. */
export interface TranscriptDownload {
  document: TranscriptDocument
  hash: string
  verificationCode: string
}

/** What somebody who holds a transcript may compare it with. */
export interface Verification {
  valid: true
  publishedOn: string
  physicianName: string
  from: string
  to: string
  entryCount: number
  credits: number
  pointsByBoard: BoardTotal[]
  hash: string
}

/** The PDF of a physician’s own transcript, as it is drawn. `baseUrl` is where people reach the platform. */
export async function transcriptPdf(
  em: EntityManager,
  viewer: Viewer,
  transcriptId: string,
  baseUrl: string,
): Promise<Readable> {
  const { document, hash, verificationCode } = await ownTranscript(em, viewer, transcriptId)
  return renderTranscript(document, {
    hash,
    verificationCode,
    verifyAddress: `${baseUrl.replace(/\/+$/, '')}/verify/${verificationCode}`,
  })
}

/** The JSON of a physician’s own transcript. */
export async function transcriptJson(
  em: EntityManager,
  viewer: Viewer,
  transcriptId: string,
): Promise<TranscriptDownload> {
  const { document, hash, verificationCode } = await ownTranscript(em, viewer, transcriptId)
  return { document, hash, verificationCode }
}

/** What was published under a verification code, for anybody who has it; null when nothing was (P08). */
export async function verifyTranscript(em: EntityManager, code: string): Promise<Verification | null> {
  const parsed = parseVerificationCode(code)
  const stored = parsed && (await readTranscript(em, [{ where: 't.verification_code = ?', params: [parsed] }]))
  if (!stored) return null
  const { member, period, publishedAt, entries, totals } = stored.document
  return {
    valid: true,
    publishedOn: centralDay(new Date(publishedAt)),
    physicianName: memberName(member),
    from: period.from,
    to: period.to,
    entryCount: entries.length,
    credits: totals.credits,
    pointsByBoard: totals.pointsByBoard,
    hash: stored.hash,
  }
}

async function ownTranscript(em: EntityManager, viewer: Viewer, transcriptId: string): Promise<StoredTranscript> {
  const byId = { where: 't.transcript_id = ?::uuid', params: [transcriptId] }
  const stored = await readTranscript(em, [visibleTranscripts(viewer), byId])
  if (!stored) throw notFound('There is no such transcript, or it is not yours.')
  return stored
}
