import { Args, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql'
import { type Connection, PageArgs, pageSize, toConnection } from '../../shared/graphql/connection.js'
import { fromCursor } from '../../shared/graphql/cursor.js'
import { PeriodArgs } from '../completion/period.js'
import type { CreditsContext } from '../context.js'
import { publishTranscript } from './publish-transcript.js'
import { Transcript, TranscriptConnection } from './transcript.js'
import { visibleTranscripts } from './transcript.policy.js'
import { findTranscripts } from './transcript.query.js'

@Resolver(() => Transcript)
export class TranscriptResolver {
  @Query(() => TranscriptConnection, { description: 'Your official transcripts, the newest first.' })
  async transcripts(
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() { em, viewer }: CreditsContext,
  ): Promise<Connection<Transcript>> {
    viewer.ownLearnerId()
    const transcripts = await findTranscripts(em, {
      scope: visibleTranscripts(viewer),
      after: args.after ? fromCursor(args.after, ['INSTANT', 'UUID']) : undefined,
      limit: pageSize(args) + 1,
    })
    return toConnection(
      transcripts,
      args,
      ({ publishedAt, transcriptId }) => [publishedAt.toISOString(), transcriptId],
      (transcript) => transcript,
    )
  }

  @Mutation(() => Transcript, {
    description:
      'Publishes your accepted credit of a period as an official transcript. Points that wait for a board’s decision, or that a board refused, are left out (P01).',
  })
  publishTranscript(@Args(() => PeriodArgs) period: PeriodArgs, @Ctx() context: CreditsContext): Promise<Transcript> {
    return publishTranscript(period, context)
  }

  @FieldResolver(() => String, { description: 'Where to GET it as a PDF.' })
  pdfAddress(@Root() { transcriptId }: Transcript): string {
    return `/transcripts/${transcriptId}.pdf`
  }

  @FieldResolver(() => String, { description: 'Where to GET it as JSON, with its hash and verification code.' })
  jsonAddress(@Root() { transcriptId }: Transcript): string {
    return `/transcripts/${transcriptId}.json`
  }
}
