import { Download, FileBadge, FileJson, ShieldCheck } from 'lucide-react'
import { graphql } from '../../graphql'
import type { TranscriptsQuery as TranscriptsData } from '../../graphql/graphql'
import { addresses } from '../../shared/app/addresses'
import { daySpan, instant } from '../../shared/format/days'
import { amount, plural, points } from '../../shared/format/numbers'
import { useLoadMore } from '../../shared/graph/use-load-more'
import { useRouteQuery } from '../../shared/graph/use-route-query'
import { AddressLink } from '../../shared/ui/button'
import { Card } from '../../shared/ui/card'
import { CopyButton } from '../../shared/ui/copy-button'
import { EmptyState } from '../../shared/ui/empty-state'
import { LoadMore } from '../../shared/ui/load-more'
import { Page } from '../../shared/ui/page'
import { PublishTranscript } from './publish-transcript'
import './transcript.css'

const TranscriptsQuery = graphql(`
  query Transcripts($after: String) {
    transcripts(first: 10, after: $after) {
      edges {
        cursor
        node {
          ...TranscriptCard
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`)

export const TranscriptCard = graphql(`
  fragment TranscriptCard on Transcript {
    transcriptId
    from
    to
    publishedAt
    verificationCode
    entryCount
    totals {
      credits
      pointsByBoard {
        board {
          code
        }
        points
        pending
      }
    }
    pdfAddress
    jsonAddress
  }
`)

type Transcript = TranscriptsData['transcripts']['edges'][number]['node']

/** Publishes an official transcript, and lists those published. */
export function TranscriptsPage() {
  const { transcripts } = useRouteQuery(TranscriptsQuery)
  const more = useLoadMore(TranscriptsQuery)
  return (
    <Page
      title="Transcripts"
      lead="An official transcript lists the accepted credit of a period. Whoever receives it can verify it with its code."
    >
      <PublishTranscript />
      <Card title="Published transcripts" flush>
        {transcripts.edges.length === 0 && (
          <EmptyState icon={FileBadge} title="No transcript yet">
            Choose the dates above and publish your first one.
          </EmptyState>
        )}
        <ul className="transcripts">
          {transcripts.edges.map(({ node }) => (
            <TranscriptItem key={node.transcriptId} transcript={node} />
          ))}
        </ul>
        {transcripts.edges.length > 0 && (
          <LoadMore shown={transcripts.edges.length} noun="transcript" page={transcripts.pageInfo} more={more} />
        )}
      </Card>
    </Page>
  )
}

function TranscriptItem({ transcript }: { transcript: Transcript }) {
  const { from, to, publishedAt, entryCount, totals, verificationCode } = transcript
  const figures = [
    plural(entryCount, 'entry', 'entries'),
    `${amount(totals.credits)} AMA PRA Category 1`,
    ...totals.pointsByBoard.map((each) => points(each.points, each.board.code)),
  ]
  return (
    <li className="transcript">
      <div>
        <h3 className="number">{daySpan(from, to)}</h3>
        <p className="soft small number">
          {figures.join(' · ')}
          <br />
          Published {instant(publishedAt)}
        </p>
      </div>
      <div className="transcript-code">
        <span className="soft small">Verification code</span>
        <span className="row">
          <span className="code">{verificationCode}</span>
          <CopyButton text={verificationCode} what="the code" />
        </span>
      </div>
      <div className="row">
        <AddressLink size="s" href={transcript.pdfAddress} download>
          <Download size={16} aria-hidden="true" /> PDF
        </AddressLink>
        <AddressLink size="s" kind="secondary" href={transcript.jsonAddress} download>
          <FileJson size={16} aria-hidden="true" /> JSON
        </AddressLink>
        <AddressLink size="s" kind="quiet" href={addresses.verify(verificationCode)}>
          <ShieldCheck size={16} aria-hidden="true" /> Verify
        </AddressLink>
      </div>
    </li>
  )
}
