import type { EntityManager } from '@mikro-orm/postgresql'
import type { Viewer } from '../../reference/viewer.js'
import { boardByCode } from '../board/board.js'
import type { Scope } from '../completion/completion.policy.js'
import { documentHash } from './document-hash.js'
import type { Transcript } from './transcript.js'
import { visibleTranscripts } from './transcript.policy.js'
import type { DocumentTotals, TranscriptDocument } from './transcript-document.js'

/** A published transcript with everything it says. */
export interface StoredTranscript {
  transcriptId: string
  verificationCode: string
  hash: string
  document: TranscriptDocument
}

type TranscriptRow = Omit<Transcript, 'publishedAt' | 'totals'> & { publishedAt: string; totals: DocumentTotals }

export interface TranscriptSelection {
  scope: Scope
  /** `publishedAt` and id after which the page begins. */
  after?: readonly (string | number)[]
  limit: number
}

const shown = `t.transcript_id as "transcriptId", t.from_on::text as "from", t.to_on::text as "to",
  to_json(t.published_at) #>> '{}' as "publishedAt", t.verification_code as "verificationCode", t.sha256 as hash,
  jsonb_array_length(t.document -> 'entries') as "entryCount", t.document -> 'totals' as totals`

/** Transcripts without their entries, the newest first. */
export async function findTranscripts(
  em: EntityManager,
  { scope, after, limit }: TranscriptSelection,
): Promise<Transcript[]> {
  const rows = await em.execute<TranscriptRow[]>(
    `select ${shown} from transcript t
     where (${scope.where}) ${after ? 'and (t.published_at, t.transcript_id) < (?::timestamptz, ?::uuid)' : ''}
     order by t.published_at desc, t.transcript_id desc limit ${Number(limit)}`,
    [...scope.params, ...(after ?? [])],
  )
  return rows.map(toTranscript)
}

/** One transcript without its entries, or null when it is not there or not for this viewer. */
export async function findTranscript(
  em: EntityManager,
  viewer: Viewer,
  transcriptId: string,
): Promise<Transcript | null> {
  const { where, params } = visibleTranscripts(viewer)
  const scope = { where: `(${where}) and t.transcript_id = ?::uuid`, params: [...params, transcriptId] }
  const [transcript] = await findTranscripts(em, { scope, limit: 1 })
  return transcript ?? null
}

/** The one transcript that meets every condition, or null. Throws when its document is not the one that was published. */
export async function readTranscript(
  em: EntityManager,
  conditions: readonly Scope[],
): Promise<StoredTranscript | null> {
  const [stored] = await em.execute<StoredTranscript[]>(
    `select t.transcript_id as "transcriptId", t.verification_code as "verificationCode", t.sha256 as hash, t.document
     from transcript t where ${conditions.map(({ where }) => `(${where})`).join(' and ')}`,
    conditions.flatMap(({ params }) => params),
  )
  if (!stored) return null
  if (documentHash(stored.document) !== stored.hash)
    throw new Error(`The document of transcript ${stored.transcriptId} does not match its hash.`)
  return stored
}

/** Adds a transcript; there is no statement that changes one. */
export async function insertTranscript(
  em: EntityManager,
  learnerId: string,
  { transcriptId, verificationCode, hash, document }: StoredTranscript,
): Promise<Transcript> {
  const { from, to } = document.period
  const rows = await em.execute<TranscriptRow[]>(
    `insert into transcript as t
       (transcript_id, learner_id, from_on, to_on, published_at, verification_code, document, sha256)
     values (?::uuid, ?::uuid, ?::date, ?::date, ?::timestamptz, ?, ?::jsonb, ?)
     returning ${shown}`,
    [transcriptId, learnerId, from, to, document.publishedAt, verificationCode, JSON.stringify(document), hash],
  )
  const [transcript] = rows.map(toTranscript)
  if (!transcript) throw new Error('The transcript was not stored.')
  return transcript
}

function toTranscript({ publishedAt, totals, ...row }: TranscriptRow): Transcript {
  return {
    ...row,
    publishedAt: new Date(publishedAt),
    totals: {
      credits: quarters(totals.credits),
      pointsByBoard: totals.pointsByBoard.map(({ board: code, points }) => {
        const board = boardByCode(code)
        if (!board) throw new Error(`There is no board ${code}.`)
        return { board, points: quarters(points), pending: 0 }
      }),
    },
  }
}

const quarters = (decimal: number) => decimal * 4
