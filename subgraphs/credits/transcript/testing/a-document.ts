import type { TranscriptDocument, TranscriptEntry } from '../transcript-document.js'

/** A transcript of Dee’s; a test says what matters to it. */
export const aDocument = (difference: Partial<TranscriptDocument> = {}): TranscriptDocument => ({
  form: 1,
  member: {
    givenName: 'Deirdre',
    middleName: 'Anne',
    familyName: 'Marchetti',
    suffix: null,
    degree: 'MD',
    npi: '1234567893',
    licenses: [
      { state: 'ME', board: 'ME-MD', boardName: 'Maine Board of Licensure in Medicine', licenseNumber: 'MD23456' },
    ],
    certifications: [{ board: 'ABIM', boardName: 'American Board of Internal Medicine', boardId: '219876' }],
  },
  period: { from: '2026-01-01', to: '2026-12-31' },
  publishedAt: '2026-11-23T02:10:00.000Z',
  entries: [anEntry()],
  totals: {
    credits: 7,
    pointsByBoard: [{ board: 'ABIM', boardName: 'American Board of Internal Medicine', points: 7 }],
  },
  ...difference,
})

/** A completion with CME credit and points of ABIM. */
export const anEntry = (difference: Partial<TranscriptEntry> = {}): TranscriptEntry => ({
  completedOn: '2026-06-30',
  activityTitle: 'Heart Failure Update for Primary Care',
  providerName: 'Northern Light Institute for Medical Education',
  cme: { credits: 7 },
  moc: [
    {
      board: 'ABIM',
      boardName: 'American Board of Internal Medicine',
      points: 7,
      lines: [{ creditType: 'MK', label: 'Medical Knowledge', points: 7 }],
    },
  ],
  ...difference,
})
