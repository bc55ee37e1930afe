import type { TranscriptDocument } from '../transcript-document.js'
import { pointsText } from '../wording.js'
import { creditRuns } from './entry-row.js'
import { type Line, line } from './flow.js'
import type { Frame } from './frame.js'
import { style } from './style.js'

/** What ends a transcript: the totals, and how anybody can check it. */
export const closingLines = (frame: Frame): Line[] => [...totalLines(frame.document), ...verificationLines(frame)]

function totalLines({ entries, totals: { credits, pointsByBoard } }: TranscriptDocument): Line[] {
  if (entries.length === 0) return [line('No accredited credit was reported in this period.', style.strong)]
  return [
    line('Totals', style.heading, { tag: 'H2', above: 16 }),
    ...(credits > 0 ? [{ runs: creditRuns(credits, style.strong), above: 4 }] : []),
    ...pointsByBoard.map(({ board, boardName, points }) => ({
      runs: [
        { text: pointsText(points, board), style: style.strong },
        { text: `  ${boardName}`, style: style.label },
      ],
      above: 2,
    })),
    ...(pointsByBoard.length > 0
      ? [
          line(
            'Points of a certifying board are counted by that board and are never added to CME credits.',
            style.small,
            { above: 4 },
          ),
        ]
      : []),
  ]
}

function verificationLines({ verificationCode, verifyAddress, hash }: Frame): Line[] {
  return [
    line('Verification', style.heading, { tag: 'H2', above: 16 }),
    line(`Anybody can check this transcript with its verification code ${verificationCode} at`, style.body, {
      above: 4,
    }),
    line(verifyAddress, style.link, { above: 2, link: verifyAddress }),
    line(
      'It is genuine when its name, dates and totals are the same there, and this SHA-256 hash of its data:',
      style.body,
      { above: 2 },
    ),
    line(hash, style.body, { above: 2 }),
  ]
}
