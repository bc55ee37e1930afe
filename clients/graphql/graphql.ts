/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
/** The format of an activity. */
export type ActivityFormat =
  /** Committee learning. */
  | 'COMMITTEE'
  /** Live course. */
  | 'COURSE'
  /** Enduring material, up to three years. */
  | 'ENDURING'
  /** Internet searching and learning. */
  | 'ISL'
  /** Journal-based CME. */
  | 'JOURNAL'
  /** Learning from teaching. */
  | 'LFT'
  /** Manuscript review. */
  | 'MANUSCRIPT'
  /** Other or blended learning. */
  | 'OTHER'
  /** Performance improvement. */
  | 'PI'
  /** Regularly scheduled series, one record for all its sessions. */
  | 'RSS'
  /** Test-item writing. */
  | 'TIW';

/** Who may register. */
export type ActivityRegistration =
  /** A limited group; the provider enforces it. */
  | 'LIMITED'
  /** Everybody. */
  | 'OPEN_TO_ALL';

/** The state of the record of an activity. */
export type ActivityStatus =
  /** Learners can be reported. */
  | 'ACTIVE'
  /** All data of the activity are in. */
  | 'CLOSED'
  /** Taken back. */
  | 'DELETED'
  /** Saved, not enough for reporting learners. */
  | 'DRAFT';

/** Where a batch stands. */
export type BatchState =
  /** Rows are matched, judged and recorded. */
  | 'APPLYING'
  /** Taken back by the provider before it was done. */
  | 'CANCELLED'
  /** Every row has its outcome. */
  | 'DONE'
  /** The whole file is being read once; nothing is recorded yet. */
  | 'READING'
  /** The address is open; the bytes have not all arrived. */
  | 'RECEIVING'
  /** The file as a whole could not be taken; nothing was stored. */
  | 'REFUSED'
  /** Received and waiting for a worker. */
  | 'STORED';

/** What a certifying board answers. */
export type BoardDecision =
  /** The points count. */
  | 'ACCEPTED'
  /** They do not; a reason says why. */
  | 'REJECTED';

/** What a board decides on. */
export type BoardKind =
  /** Certification in a specialty. */
  | 'CERTIFYING'
  /** Licenses to practice in a state. */
  | 'LICENSING';

/** Tags for commendation (A35). */
export type CommendationTag =
  /** Addresses Population Health */
  | 'ADDRESSES_POPULATION_HEALTH'
  /** Advances Data Use */
  | 'ADVANCES_DATA_USE'
  /** Collaborates Effectively */
  | 'COLLABORATES_EFFECTIVELY'
  /** Creates Individualized Learning Plans */
  | 'CREATES_LEARNING_PLANS'
  /** Demonstrates Creativity and Innovation */
  | 'DEMONSTRATES_CREATIVITY'
  /** Engages in Research and Scholarship */
  | 'ENGAGES_IN_RESEARCH'
  /** Engages Patients/Public */
  | 'ENGAGES_PATIENTS'
  /** Engages Students */
  | 'ENGAGES_STUDENTS'
  /** Engages Teams */
  | 'ENGAGES_TEAMS'
  /** Improves Patient/Community Health */
  | 'IMPROVES_HEALTH'
  /** Improves Performance */
  | 'IMPROVES_PERFORMANCE'
  /** Improves Healthcare Quality */
  | 'IMPROVES_QUALITY'
  /** Optimizes Communication Skills */
  | 'OPTIMIZES_COMMUNICATION'
  /** Optimizes Technical and Procedural Skills */
  | 'OPTIMIZES_SKILLS'
  /** Supports Continuous Professional Development for CME Team */
  | 'SUPPORTS_CME_TEAM'
  /** Utilizes Support Strategies */
  | 'UTILIZES_SUPPORT';

/** One learner’s completion of one activity. */
export type CompletionInput = {
  /** Nine digits; one of your activities. */
  activityId: string | number;
  /** Day of birth, 1 to 31. */
  birthDay: number;
  /** Month of birth, 1 to 12; the year is never asked for. */
  birthMonth: number;
  /** Day of completion. */
  completedOn: string;
  /** CME credits earned. */
  credits?: number | null | undefined;
  /** Last name, as on the license. */
  familyName: string;
  /** First name, as on the license. */
  givenName: string;
  /** True when the learner agreed to be reported (L33). */
  learnerPermission: boolean;
  /** License number or NPI; settles it where names repeat. */
  licenseOrNpi?: string | null | undefined;
  /** A state of licensure, code or name; needed for CME credit. */
  licensingState?: string | null | undefined;
  /** The MOC/CC part, where the activity is registered for a board. */
  moc?: MocInput | null | undefined;
};

/** How a record came in. */
export type CompletionSource =
  /** Sent by web service. */
  | 'API'
  /** Brought along when the platform was set up. */
  | 'CARRIED_OVER'
  /** A row of an uploaded file. */
  | 'FILE'
  /** Typed into the provider portal. */
  | 'FORM';

/** Where one part of a record stands. */
export type CreditStatus =
  /** Counts. */
  | 'ACCEPTED'
  /** Sent to the certifying board, which has not answered. */
  | 'PENDING'
  /** Refused by the certifying board. */
  | 'REJECTED';

/** The degree of a physician. */
export type Degree =
  /** Doctor of Osteopathic Medicine. */
  | 'DO'
  /** Doctor of Medicine. */
  | 'MD';

/** How an activity reaches its learners. */
export type DeliveryMethod =
  /** In a room. */
  | 'IN_PERSON'
  /** Remote, in real time. */
  | 'LIVE_STREAMED'
  /** Online, when the learner chooses. */
  | 'ONLINE'
  /** On paper or another medium. */
  | 'PRINT_OTHER';

/** Whether a certification is current. */
export type DiplomateStatus =
  /** Current. */
  | 'ACTIVE'
  /** Lapsed or given up. */
  | 'INACTIVE';

/** Whether an issue stops something or is only worth knowing. */
export type IssueSeverity =
  /** The row, or the part it names, was not recorded. */
  | 'ERROR'
  /** Recorded all the same. */
  | 'WARNING';

/** By what learners are counted. */
export type LearnerProfession =
  /** Allied Dental Staff */
  | 'ALLIED_DENTAL_STAFF'
  /** Athletic Trainer */
  | 'ATHLETIC_TRAINER'
  /** Dentist */
  | 'DENTIST'
  /** Dietetic Technician Registered */
  | 'DIETETIC_TECHNICIAN'
  /** Nurse */
  | 'NURSE'
  /** Optometrist */
  | 'OPTOMETRIST'
  /** Other */
  | 'OTHER'
  /** Pharmacist */
  | 'PHARMACIST'
  /** Pharmacy Technician */
  | 'PHARMACY_TECHNICIAN'
  /** Physician */
  | 'PHYSICIAN'
  /** Physician Assistant */
  | 'PHYSICIAN_ASSISTANT'
  /** Psychologist */
  | 'PSYCHOLOGIST'
  /** Registered Dietitian */
  | 'REGISTERED_DIETITIAN'
  /** Social Worker */
  | 'SOCIAL_WORKER';

/** Whether a license lets its holder practice. */
export type LicenseStatus =
  /** In force. */
  | 'ACTIVE'
  /** Not renewed. */
  | 'EXPIRED'
  /** Taken back by the board. */
  | 'REVOKED';

/** How an outcome is measured (A34). */
export type MeasurementType =
  /** Objective */
  | 'OBJECTIVE'
  /** Subjective */
  | 'SUBJECTIVE';

/** What MIPS asks of an improvement activity (A33). */
export type MipsCriterion =
  /** It has specific, measurable aims for improvement. */
  | 'AIMS'
  /** It collects and analyses data on performance, to judge the effect of the interventions. */
  | 'DATA'
  /** It addresses a gap in quality or safety that a needs assessment supports, or produces such an assessment. */
  | 'GAP'
  /** It includes interventions that are meant to lead to improvement. */
  | 'INTERVENTIONS'
  /** It defines meaningful participation of clinicians, how they are found, and tells who has completed it. */
  | 'PARTICIPATION';

/** What a provider undertakes (M09). */
export type MocAttestation =
  /** We cooperate when the board audits the activity. */
  | 'AUDIT_COOPERATION'
  /** The activity complies with the rules of the certifying board. */
  | 'COMPLIANCE'
  /** We collect the data of the learners that the board asks for. */
  | 'DATA_COLLECTION'
  /** The learners have agreed that their data are passed on to the board. */
  | 'DATA_USE'
  /** The activity may be published among those that count for the board. */
  | 'PUBLICATION';

/** The MOC/CC part of a record. */
export type MocInput = {
  /** Code of the certifying board, for example ABIM. */
  board: string;
  /** The learner’s id at the board; only ABS does without. */
  boardId?: string | null | undefined;
  /** Points by credit type, one to five lines. */
  lines: Array<MocLineInput>;
  /** Points in all. */
  points: number;
};

/** MOC points of one credit type. */
export type MocLineInput = {
  /** Code or name of the credit type, for example MK or Medical Knowledge. */
  creditType: string;
  /** Points of that type. */
  points: number;
};

/** Categories of credit that jointly accredited providers award beside AMA PRA Category 1 (A21). */
export type OtherCreditCategory =
  /** AAPA Category 1 */
  | 'AAPA_1'
  /** Athletic Training CEU */
  | 'ATHLETIC_TRAINING_CEU'
  /** Dentist */
  | 'DENTIST'
  /** Dietetic CPEU */
  | 'DIETETIC_CPEU'
  /** IPCE */
  | 'IPCE'
  /** Nursing */
  | 'NURSING'
  /** Optometrist */
  | 'OPTOMETRIST'
  /** Pharmacy */
  | 'PHARMACY'
  /** Psychologist */
  | 'PSYCHOLOGIST'
  /** Social Worker */
  | 'SOCIAL_WORKER';

/** What an activity is measured by (A34). */
export type Outcome =
  /** Community Health */
  | 'COMMUNITY_HEALTH'
  /** Learner Competence */
  | 'LEARNER_COMPETENCE'
  /** Learner Knowledge */
  | 'LEARNER_KNOWLEDGE'
  /** Learner Performance */
  | 'LEARNER_PERFORMANCE'
  /** Patient Health */
  | 'PATIENT_HEALTH';

/** How a part of the ABA content outline is named (M06). */
export type OutlineKind =
  /** Free Text */
  | 'FREE_TEXT'
  /** Level 3 ID */
  | 'LEVEL_3_ID'
  /** Tag ID */
  | 'TAG_ID';

/** Whether learners pay. */
export type ParticipationFee =
  /** Free of charge. */
  | 'NO_FREE'
  /** It depends on the learner. */
  | 'VARIABLE'
  /** There is a fee. */
  | 'YES';

/** With whom an activity is provided. */
export type Providership =
  /** By the provider alone, or with another accredited provider. */
  | 'DIRECT'
  /** With an organization that is not accredited. */
  | 'JOINT';

/** Risk evaluation and mitigation strategies (A31). */
export type RemsType =
  /** Mycophenolate */
  | 'MYCOPHENOLATE'
  /** Opioid Analgesic */
  | 'OPIOID_ANALGESIC';

/** What became of a row. */
export type RowOutcome =
  /** Recorded, with or without warnings. */
  | 'ACCEPTED'
  /** Already recorded before; nothing was added. */
  | 'DUPLICATE'
  /** Waits for a decision. */
  | 'IN_REVIEW'
  /** Not recorded; the issues say why. */
  | 'REJECTED';

/** Whom an activity is meant for. */
export type TargetProfession =
  /** Allied Dental Staff */
  | 'ALLIED_DENTAL_STAFF'
  /** Athletic Trainer */
  | 'ATHLETIC_TRAINER'
  /** Dentist */
  | 'DENTIST'
  /** Dietetic Technician Registered */
  | 'DIETETIC_TECHNICIAN'
  /** Nurse */
  | 'NURSE'
  /** Optometrist */
  | 'OPTOMETRIST'
  /** Pharmacist */
  | 'PHARMACIST'
  /** Pharmacy Technician */
  | 'PHARMACY_TECHNICIAN'
  /** Physician */
  | 'PHYSICIAN'
  /** Physician Assistant */
  | 'PHYSICIAN_ASSISTANT'
  /** Psychologist */
  | 'PSYCHOLOGIST'
  /** Registered Dietitian */
  | 'REGISTERED_DIETITIAN'
  /** Social Worker */
  | 'SOCIAL_WORKER';

/** An upload to come. */
export type UploadInput = {
  /** True to judge every row and record nothing. */
  dryRun?: boolean;
  /** The name of the file, at most 200 characters. */
  fileName: string;
  /** True when every learner in the file agreed to be reported (L33). */
  learnerPermission: boolean;
};

/** What somebody does on the platform. */
export type ViewerRole =
  /** Decides on the MOC points reported to a certifying board. */
  | 'CERTIFYING_BOARD'
  /** Sees the credit of the licensees of a licensing board. */
  | 'LICENSING_BOARD'
  /** Runs the platform. */
  | 'OPERATOR'
  /** Integrates by web service. */
  | 'PARTNER'
  /** Sees and transmits his or her own credit. */
  | 'PHYSICIAN'
  /** Reports activities and learner credit for a provider. */
  | 'PROVIDER_REPORTER';

export type BoardDashboardQueryVariables = Exact<{
  from: string;
  to: string;
  after?: string | null | undefined;
}>;


export type BoardDashboardQuery = { boardDashboard: { licensees: number, licenseesWithCredit: number, credits: number, completions: number, board: { code: string, name: string }, byMonth: Array<{ month: string, credits: number, completions: number }>, recent: { edges: Array<{ cursor: string, node: { completionId: string, completedOn: string, learner: { learnerId: string, givenName: string, familyName: string, degree: Degree } | null, activity: { activityId: string, title: string }, provider: { providerId: string, name: string }, cme: { partId: string, credits: number, status: CreditStatus } | null, moc: Array<{ partId: string, points: number, status: CreditStatus, reason: string | null, board: { code: string }, lines: Array<{ creditType: string, label: string, points: number }> }> } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } } };

export type DecideMocMutationVariables = Exact<{
  partId: string | number;
  decision: BoardDecision;
  reason?: string | null | undefined;
}>;


export type DecideMocMutation = { decideMoc: { partId: string, status: CreditStatus, reason: string | null } };

export type DecisionsQueryVariables = Exact<{
  after?: string | null | undefined;
}>;


export type DecisionsQuery = { pendingMoc: { edges: Array<{ cursor: string, node: { completion: { completionId: string, completedOn: string, learner: { learnerId: string, givenName: string, familyName: string, degree: Degree } | null, activity: { activityId: string, title: string }, provider: { providerId: string, name: string } }, moc: { partId: string, points: number, status: CreditStatus, reason: string | null, board: { code: string }, lines: Array<{ creditType: string, label: string, points: number }> } } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type LicenseeQueryVariables = Exact<{
  learnerId: string | number;
  from: string;
  to: string;
  after?: string | null | undefined;
}>;


export type LicenseeQuery = { licensee: { learnerId: string, givenName: string, middleName: string | null, familyName: string, suffix: string | null, degree: Degree, npi: string | null, licenses: Array<{ licenseId: string, state: string, licenseNumber: string, status: LicenseStatus, effectiveFrom: string, effectiveTo: string | null, board: { code: string, name: string } }>, creditSummary: { credits: number, completions: number, byMonth: Array<{ month: string, credits: number, completions: number }> }, completions: { edges: Array<{ cursor: string, node: { completionId: string, completedOn: string, activity: { activityId: string, title: string }, provider: { providerId: string, name: string }, cme: { partId: string, credits: number, status: CreditStatus } | null, moc: Array<{ partId: string, points: number, status: CreditStatus, reason: string | null, board: { code: string }, lines: Array<{ creditType: string, label: string, points: number }> }> } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } } };

export type LicenseesQueryVariables = Exact<{
  search?: string | null | undefined;
  after?: string | null | undefined;
  from: string;
  to: string;
}>;


export type LicenseesQuery = { licensees: { edges: Array<{ cursor: string, node: { learnerId: string, givenName: string, middleName: string | null, familyName: string, suffix: string | null, degree: Degree, licenses: Array<{ licenseId: string, state: string, licenseNumber: string }>, creditSummary: { credits: number, completions: number } } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type MyCreditQueryVariables = Exact<{
  from: string;
  to: string;
  after?: string | null | undefined;
}>;


export type MyCreditQuery = { viewer: { accountId: string, learner: { learnerId: string, creditSummary: { credits: number, completions: number, pointsByBoard: Array<{ points: number, pending: number, board: { code: string, name: string } }>, byMonth: Array<{ month: string, credits: number, completions: number }> }, completions: { edges: Array<{ cursor: string, node: { completionId: string, completedOn: string, activity: { activityId: string, title: string }, provider: { providerId: string, name: string }, cme: { partId: string, credits: number, status: CreditStatus } | null, moc: Array<{ partId: string, points: number, status: CreditStatus, reason: string | null, board: { code: string }, lines: Array<{ creditType: string, label: string, points: number }> }> } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } } | null } | null };

export type ReportingDetailsQueryVariables = Exact<{ [key: string]: never; }>;


export type ReportingDetailsQuery = { viewer: { accountId: string, learner: { learnerId: string, givenName: string, middleName: string | null, familyName: string, suffix: string | null, degree: Degree, npi: string | null, licenses: Array<{ licenseId: string, state: string, licenseNumber: string, status: LicenseStatus, board: { code: string, name: string } }>, certifications: Array<{ boardId: string, status: DiplomateStatus, board: { code: string, name: string } }> } | null } | null };

export type PublishTranscriptMutationVariables = Exact<{
  from: string;
  to: string;
}>;


export type PublishTranscriptMutation = { publishTranscript: { transcriptId: string, from: string, to: string, publishedAt: string, verificationCode: string, entryCount: number, pdfAddress: string, jsonAddress: string, totals: { credits: number, pointsByBoard: Array<{ points: number, pending: number, board: { code: string } }> } } };

export type TranscriptsQueryVariables = Exact<{
  after?: string | null | undefined;
}>;


export type TranscriptsQuery = { transcripts: { edges: Array<{ cursor: string, node: { transcriptId: string, from: string, to: string, publishedAt: string, verificationCode: string, entryCount: number, pdfAddress: string, jsonAddress: string, totals: { credits: number, pointsByBoard: Array<{ points: number, pending: number, board: { code: string } }> } } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type TranscriptCardFragment = { transcriptId: string, from: string, to: string, publishedAt: string, verificationCode: string, entryCount: number, pdfAddress: string, jsonAddress: string, totals: { credits: number, pointsByBoard: Array<{ points: number, pending: number, board: { code: string } }> } };

export type ActivitiesQueryVariables = Exact<{
  status?: ActivityStatus | null | undefined;
  search?: string | null | undefined;
  after?: string | null | undefined;
}>;


export type ActivitiesQuery = { activities: { edges: Array<{ cursor: string, node: { activityId: string, title: string, activityFormat: ActivityFormat | null, startsOn: string | null, endsOn: string | null, credits: number | null, status: ActivityStatus, mocRegistrations: Array<{ points: number, board: { code: string } }> } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type ActivityQueryVariables = Exact<{
  activityId: string | number;
}>;


export type ActivityQuery = { activity: { activityId: string, providerActivityId: string | null, title: string, description: string | null, url: string | null, activityFormat: ActivityFormat | null, deliveryMethods: Array<DeliveryMethod>, startsOn: string | null, endsOn: string | null, credits: number | null, displayInPassport: boolean | null, status: ActivityStatus, location: { city: string | null, state: string | null, country: string | null } | null, mocRegistrations: Array<{ points: number, creditTypes: Array<string>, practiceAreas: Array<string>, creditClaimOn: string | null, board: { code: string, name: string } }> } };

export type ActivityFormFragment = { providerActivityId: string | null, title: string, description: string | null, url: string | null, activityFormat: ActivityFormat | null, deliveryMethods: Array<DeliveryMethod>, startsOn: string | null, endsOn: string | null, providership: Providership | null, jointProviders: Array<string>, credits: number | null, isInterprofessional: boolean | null, targetProfessions: Array<TargetProfession>, specialties: Array<string>, physicianLearners: number | null, otherLearners: number | null, countedOn: string | null, commercialSupportReceived: boolean | null, inKindSupporters: Array<string>, commendationTags: Array<CommendationTag>, isMips: boolean | null, mipsCriteria: Array<MipsCriterion>, hasStateContentTags: boolean | null, displayInPassport: boolean | null, fee: ParticipationFee | null, registration: ActivityRegistration | null, location: { city: string | null, state: string | null, country: string | null } | null, otherCredits: Array<{ category: OtherCreditCategory, amount: number }>, learnersByProfession: Array<{ profession: LearnerProfession, count: number }>, commercialSupport: Array<{ source: string, amount: number, currency: string }>, measuredOutcomes: Array<{ outcome: Outcome, types: Array<MeasurementType> }>, rems: { type: RemsType | null, identifier: string | null } | null, stateContentTags: Array<{ domain: string, topic: string }>, mocRegistrations: Array<{ points: number, creditTypes: Array<string>, practiceAreas: Array<string>, creditClaimOn: string | null, attestations: Array<MocAttestation>, board: { code: string }, contentOutline: Array<{ kind: OutlineKind, value: string }> }> };

export type BatchQueryVariables = Exact<{
  batchId: string | number;
}>;


export type BatchQuery = { batch: { batchId: string, source: CompletionSource, fileName: string | null, byteSize: number | null, state: BatchState, dryRun: boolean, fileWarnings: Array<string>, totalRows: number | null, appliedRows: number, createdAt: string, startedAt: string | null, finishedAt: string | null, resultAddress: string | null, refusal: { code: string, message: string, place: string | null } | null, duplicateOf: { batchId: string, createdAt: string } | null, counts: { accepted: number, warned: number, rejected: number, duplicate: number, inReview: number } } };

export type CancelUploadMutationVariables = Exact<{
  batchId: string | number;
}>;


export type CancelUploadMutation = { cancelUpload: { batchId: string, state: BatchState } };

export type BatchRowsQueryVariables = Exact<{
  batchId: string | number;
  outcome?: RowOutcome | null | undefined;
  withIssues?: boolean | null | undefined;
  after?: string | null | undefined;
}>;


export type BatchRowsQuery = { batch: { batchId: string, rows: { edges: Array<{ cursor: string, node: { rowId: string, rowNumber: number, outcome: RowOutcome, issues: Array<{ code: string, severity: IssueSeverity, column: string | null, message: string, fix: string | null }>, cells: Array<{ column: string, text: string }> } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } } };

export type BatchLineFragment = { batchId: string, source: CompletionSource, fileName: string | null, state: BatchState, dryRun: boolean, totalRows: number | null, createdAt: string, duplicateOf: { batchId: string } | null, counts: { accepted: number, warned: number, rejected: number, duplicate: number, inReview: number } };

export type BatchesQueryVariables = Exact<{
  after?: string | null | undefined;
}>;


export type BatchesQuery = { batches: { edges: Array<{ cursor: string, node: { batchId: string, source: CompletionSource, fileName: string | null, state: BatchState, dryRun: boolean, totalRows: number | null, createdAt: string, duplicateOf: { batchId: string } | null, counts: { accepted: number, warned: number, rejected: number, duplicate: number, inReview: number } } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type ProviderHomeQueryVariables = Exact<{ [key: string]: never; }>;


export type ProviderHomeQuery = { batches: { edges: Array<{ cursor: string, node: { batchId: string, source: CompletionSource, fileName: string | null, state: BatchState, dryRun: boolean, totalRows: number | null, createdAt: string, duplicateOf: { batchId: string } | null, counts: { accepted: number, warned: number, rejected: number, duplicate: number, inReview: number } } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type ActivityPickerQueryVariables = Exact<{
  search?: string | null | undefined;
}>;


export type ActivityPickerQuery = { activities: { edges: Array<{ cursor: string, node: { activityId: string, title: string, startsOn: string | null, endsOn: string | null, credits: number | null } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type EntryActivityQueryVariables = Exact<{
  activityId: string | number;
}>;


export type EntryActivityQuery = { activity: { activityId: string, title: string, startsOn: string | null, endsOn: string | null, credits: number | null, mocRegistrations: Array<{ points: number, creditTypes: Array<string>, board: { code: string, name: string } }> } };

export type TrySubmissionMutationVariables = Exact<{
  input: CompletionInput;
  dryRun: boolean;
}>;


export type TrySubmissionMutation = { submitCompletion: { batch: { batchId: string } | null, row: { rowId: string, rowNumber: number, outcome: RowOutcome, issues: Array<{ code: string, severity: IssueSeverity, column: string | null, message: string, fix: string | null }> } } };

export type SubmissionsQueryVariables = Exact<{
  after?: string | null | undefined;
}>;


export type SubmissionsQuery = { submissions: { edges: Array<{ cursor: string, node: { completionId: string, nameAsSubmitted: string | null, completedOn: string, source: CompletionSource, recordedAt: string, activity: { activityId: string, title: string }, cme: { partId: string, credits: number, status: CreditStatus } | null, moc: Array<{ partId: string, points: number, status: CreditStatus, reason: string | null, board: { code: string }, lines: Array<{ creditType: string, label: string, points: number }> }> } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type CreateUploadMutationVariables = Exact<{
  input: UploadInput;
}>;


export type CreateUploadMutation = { createUpload: { address: string, batch: { batchId: string, state: BatchState } } };

export type CancelSendingMutationVariables = Exact<{
  batchId: string | number;
}>;


export type CancelSendingMutation = { cancelUpload: { batchId: string, state: BatchState } };

export type ViewerQueryVariables = Exact<{ [key: string]: never; }>;


export type ViewerQuery = { viewer: { accountId: string, displayName: string, role: ViewerRole, provider: { providerId: string, name: string } | null, board: { code: string, name: string, kind: BoardKind } | null, learner: { learnerId: string, givenName: string, familyName: string, degree: Degree } | null } | null };

export type CompletionLineFragment = { completionId: string, completedOn: string, activity: { activityId: string, title: string }, provider: { providerId: string, name: string }, cme: { partId: string, credits: number, status: CreditStatus } | null, moc: Array<{ partId: string, points: number, status: CreditStatus, reason: string | null, board: { code: string }, lines: Array<{ creditType: string, label: string, points: number }> }> };

export const TranscriptCardFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"TranscriptCard"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Transcript"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"transcriptId"}},{"kind":"Field","name":{"kind":"Name","value":"from"}},{"kind":"Field","name":{"kind":"Name","value":"to"}},{"kind":"Field","name":{"kind":"Name","value":"publishedAt"}},{"kind":"Field","name":{"kind":"Name","value":"verificationCode"}},{"kind":"Field","name":{"kind":"Name","value":"entryCount"}},{"kind":"Field","name":{"kind":"Name","value":"totals"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"credits"}},{"kind":"Field","name":{"kind":"Name","value":"pointsByBoard"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"board"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}}]}},{"kind":"Field","name":{"kind":"Name","value":"points"}},{"kind":"Field","name":{"kind":"Name","value":"pending"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"pdfAddress"}},{"kind":"Field","name":{"kind":"Name","value":"jsonAddress"}}]}}]} as unknown as DocumentNode<TranscriptCardFragment, unknown>;
export const ActivityFormFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ActivityForm"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Activity"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"providerActivityId"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"description"}},{"kind":"Field","name":{"kind":"Name","value":"url"}},{"kind":"Field","name":{"kind":"Name","value":"activityFormat"}},{"kind":"Field","name":{"kind":"Name","value":"deliveryMethods"}},{"kind":"Field","name":{"kind":"Name","value":"startsOn"}},{"kind":"Field","name":{"kind":"Name","value":"endsOn"}},{"kind":"Field","name":{"kind":"Name","value":"location"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"city"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"country"}}]}},{"kind":"Field","name":{"kind":"Name","value":"providership"}},{"kind":"Field","name":{"kind":"Name","value":"jointProviders"}},{"kind":"Field","name":{"kind":"Name","value":"credits"}},{"kind":"Field","name":{"kind":"Name","value":"otherCredits"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"category"}},{"kind":"Field","name":{"kind":"Name","value":"amount"}}]}},{"kind":"Field","name":{"kind":"Name","value":"isInterprofessional"}},{"kind":"Field","name":{"kind":"Name","value":"targetProfessions"}},{"kind":"Field","name":{"kind":"Name","value":"specialties"}},{"kind":"Field","name":{"kind":"Name","value":"physicianLearners"}},{"kind":"Field","name":{"kind":"Name","value":"otherLearners"}},{"kind":"Field","name":{"kind":"Name","value":"learnersByProfession"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"profession"}},{"kind":"Field","name":{"kind":"Name","value":"count"}}]}},{"kind":"Field","name":{"kind":"Name","value":"countedOn"}},{"kind":"Field","name":{"kind":"Name","value":"commercialSupportReceived"}},{"kind":"Field","name":{"kind":"Name","value":"commercialSupport"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"source"}},{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}},{"kind":"Field","name":{"kind":"Name","value":"inKindSupporters"}},{"kind":"Field","name":{"kind":"Name","value":"measuredOutcomes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"outcome"}},{"kind":"Field","name":{"kind":"Name","value":"types"}}]}},{"kind":"Field","name":{"kind":"Name","value":"commendationTags"}},{"kind":"Field","name":{"kind":"Name","value":"isMips"}},{"kind":"Field","name":{"kind":"Name","value":"mipsCriteria"}},{"kind":"Field","name":{"kind":"Name","value":"rems"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"type"}},{"kind":"Field","name":{"kind":"Name","value":"identifier"}}]}},{"kind":"Field","name":{"kind":"Name","value":"hasStateContentTags"}},{"kind":"Field","name":{"kind":"Name","value":"stateContentTags"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"domain"}},{"kind":"Field","name":{"kind":"Name","value":"topic"}}]}},{"kind":"Field","name":{"kind":"Name","value":"displayInPassport"}},{"kind":"Field","name":{"kind":"Name","value":"fee"}},{"kind":"Field","name":{"kind":"Name","value":"registration"}},{"kind":"Field","name":{"kind":"Name","value":"mocRegistrations"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"board"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}}]}},{"kind":"Field","name":{"kind":"Name","value":"points"}},{"kind":"Field","name":{"kind":"Name","value":"creditTypes"}},{"kind":"Field","name":{"kind":"Name","value":"practiceAreas"}},{"kind":"Field","name":{"kind":"Name","value":"creditClaimOn"}},{"kind":"Field","name":{"kind":"Name","value":"contentOutline"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"value"}}]}},{"kind":"Field","name":{"kind":"Name","value":"attestations"}}]}}]}}]} as unknown as DocumentNode<ActivityFormFragment, unknown>;
export const BatchLineFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"BatchLine"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Batch"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"batchId"}},{"kind":"Field","name":{"kind":"Name","value":"source"}},{"kind":"Field","name":{"kind":"Name","value":"fileName"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"dryRun"}},{"kind":"Field","name":{"kind":"Name","value":"totalRows"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"duplicateOf"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"batchId"}}]}},{"kind":"Field","name":{"kind":"Name","value":"counts"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"accepted"}},{"kind":"Field","name":{"kind":"Name","value":"warned"}},{"kind":"Field","name":{"kind":"Name","value":"rejected"}},{"kind":"Field","name":{"kind":"Name","value":"duplicate"}},{"kind":"Field","name":{"kind":"Name","value":"inReview"}}]}}]}}]} as unknown as DocumentNode<BatchLineFragment, unknown>;
export const CompletionLineFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"CompletionLine"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Completion"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"completionId"}},{"kind":"Field","name":{"kind":"Name","value":"completedOn"}},{"kind":"Field","name":{"kind":"Name","value":"activity"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"activityId"}},{"kind":"Field","name":{"kind":"Name","value":"title"}}]}},{"kind":"Field","name":{"kind":"Name","value":"provider"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"providerId"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"cme"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"partId"}},{"kind":"Field","name":{"kind":"Name","value":"credits"}},{"kind":"Field","name":{"kind":"Name","value":"status"}}]}},{"kind":"Field","name":{"kind":"Name","value":"moc"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"partId"}},{"kind":"Field","name":{"kind":"Name","value":"points"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"board"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}}]}},{"kind":"Field","name":{"kind":"Name","value":"lines"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"creditType"}},{"kind":"Field","name":{"kind":"Name","value":"label"}},{"kind":"Field","name":{"kind":"Name","value":"points"}}]}}]}}]}}]} as unknown as DocumentNode<CompletionLineFragment, unknown>;
export const BoardDashboardDocument = {"__meta__":{"hash":"sha256:6ffc6fd2a6c8b47df0966938e8c52bc9bf59a717563d56e2dddd8648c63140c5"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"BoardDashboard"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"from"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Date"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"to"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Date"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"boardDashboard"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"from"},"value":{"kind":"Variable","name":{"kind":"Name","value":"from"}}},{"kind":"Argument","name":{"kind":"Name","value":"to"},"value":{"kind":"Variable","name":{"kind":"Name","value":"to"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"board"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"licensees"}},{"kind":"Field","name":{"kind":"Name","value":"licenseesWithCredit"}},{"kind":"Field","name":{"kind":"Name","value":"credits"}},{"kind":"Field","name":{"kind":"Name","value":"completions"}},{"kind":"Field","name":{"kind":"Name","value":"byMonth"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"month"}},{"kind":"Field","name":{"kind":"Name","value":"credits"}},{"kind":"Field","name":{"kind":"Name","value":"completions"}}]}},{"kind":"Field","name":{"kind":"Name","value":"recent"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"15"}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cursor"}},{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"CompletionLine"}},{"kind":"Field","name":{"kind":"Name","value":"learner"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"learnerId"}},{"kind":"Field","name":{"kind":"Name","value":"givenName"}},{"kind":"Field","name":{"kind":"Name","value":"familyName"}},{"kind":"Field","name":{"kind":"Name","value":"degree"}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"CompletionLine"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Completion"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"completionId"}},{"kind":"Field","name":{"kind":"Name","value":"completedOn"}},{"kind":"Field","name":{"kind":"Name","value":"activity"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"activityId"}},{"kind":"Field","name":{"kind":"Name","value":"title"}}]}},{"kind":"Field","name":{"kind":"Name","value":"provider"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"providerId"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"cme"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"partId"}},{"kind":"Field","name":{"kind":"Name","value":"credits"}},{"kind":"Field","name":{"kind":"Name","value":"status"}}]}},{"kind":"Field","name":{"kind":"Name","value":"moc"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"partId"}},{"kind":"Field","name":{"kind":"Name","value":"points"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"board"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}}]}},{"kind":"Field","name":{"kind":"Name","value":"lines"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"creditType"}},{"kind":"Field","name":{"kind":"Name","value":"label"}},{"kind":"Field","name":{"kind":"Name","value":"points"}}]}}]}}]}}]} as unknown as DocumentNode<BoardDashboardQuery, BoardDashboardQueryVariables>;
export const DecideMocDocument = {"__meta__":{"hash":"sha256:3b6733aa21d879214756f7e10da95c0933ae128f3c566da72154e63966ce57b5"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"DecideMoc"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"partId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"decision"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"BoardDecision"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"reason"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"decideMoc"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"partId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"partId"}}},{"kind":"Argument","name":{"kind":"Name","value":"decision"},"value":{"kind":"Variable","name":{"kind":"Name","value":"decision"}}},{"kind":"Argument","name":{"kind":"Name","value":"reason"},"value":{"kind":"Variable","name":{"kind":"Name","value":"reason"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"partId"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}}]}}]}}]} as unknown as DocumentNode<DecideMocMutation, DecideMocMutationVariables>;
export const DecisionsDocument = {"__meta__":{"hash":"sha256:fcc9cae17d4482d0ff795d5a525781de0b23e223d843b77151d3294399840cf5"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Decisions"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"pendingMoc"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"25"}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cursor"}},{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"completion"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"completionId"}},{"kind":"Field","name":{"kind":"Name","value":"completedOn"}},{"kind":"Field","name":{"kind":"Name","value":"learner"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"learnerId"}},{"kind":"Field","name":{"kind":"Name","value":"givenName"}},{"kind":"Field","name":{"kind":"Name","value":"familyName"}},{"kind":"Field","name":{"kind":"Name","value":"degree"}}]}},{"kind":"Field","name":{"kind":"Name","value":"activity"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"activityId"}},{"kind":"Field","name":{"kind":"Name","value":"title"}}]}},{"kind":"Field","name":{"kind":"Name","value":"provider"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"providerId"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"moc"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"partId"}},{"kind":"Field","name":{"kind":"Name","value":"points"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"board"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}}]}},{"kind":"Field","name":{"kind":"Name","value":"lines"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"creditType"}},{"kind":"Field","name":{"kind":"Name","value":"label"}},{"kind":"Field","name":{"kind":"Name","value":"points"}}]}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]}}]}}]} as unknown as DocumentNode<DecisionsQuery, DecisionsQueryVariables>;
export const LicenseeDocument = {"__meta__":{"hash":"sha256:59c0dd91b4e89e01c6f8366432969674f5f3fbab34c05d1c621ec27184804662"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Licensee"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"learnerId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"from"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Date"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"to"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Date"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"licensee"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"learnerId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"learnerId"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"learnerId"}},{"kind":"Field","name":{"kind":"Name","value":"givenName"}},{"kind":"Field","name":{"kind":"Name","value":"middleName"}},{"kind":"Field","name":{"kind":"Name","value":"familyName"}},{"kind":"Field","name":{"kind":"Name","value":"suffix"}},{"kind":"Field","name":{"kind":"Name","value":"degree"}},{"kind":"Field","name":{"kind":"Name","value":"npi"}},{"kind":"Field","name":{"kind":"Name","value":"licenses"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"licenseId"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"licenseNumber"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"effectiveFrom"}},{"kind":"Field","name":{"kind":"Name","value":"effectiveTo"}},{"kind":"Field","name":{"kind":"Name","value":"board"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"creditSummary"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"from"},"value":{"kind":"Variable","name":{"kind":"Name","value":"from"}}},{"kind":"Argument","name":{"kind":"Name","value":"to"},"value":{"kind":"Variable","name":{"kind":"Name","value":"to"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"credits"}},{"kind":"Field","name":{"kind":"Name","value":"completions"}},{"kind":"Field","name":{"kind":"Name","value":"byMonth"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"month"}},{"kind":"Field","name":{"kind":"Name","value":"credits"}},{"kind":"Field","name":{"kind":"Name","value":"completions"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"completions"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"25"}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}},{"kind":"Argument","name":{"kind":"Name","value":"from"},"value":{"kind":"Variable","name":{"kind":"Name","value":"from"}}},{"kind":"Argument","name":{"kind":"Name","value":"to"},"value":{"kind":"Variable","name":{"kind":"Name","value":"to"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cursor"}},{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"CompletionLine"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"CompletionLine"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Completion"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"completionId"}},{"kind":"Field","name":{"kind":"Name","value":"completedOn"}},{"kind":"Field","name":{"kind":"Name","value":"activity"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"activityId"}},{"kind":"Field","name":{"kind":"Name","value":"title"}}]}},{"kind":"Field","name":{"kind":"Name","value":"provider"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"providerId"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"cme"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"partId"}},{"kind":"Field","name":{"kind":"Name","value":"credits"}},{"kind":"Field","name":{"kind":"Name","value":"status"}}]}},{"kind":"Field","name":{"kind":"Name","value":"moc"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"partId"}},{"kind":"Field","name":{"kind":"Name","value":"points"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"board"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}}]}},{"kind":"Field","name":{"kind":"Name","value":"lines"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"creditType"}},{"kind":"Field","name":{"kind":"Name","value":"label"}},{"kind":"Field","name":{"kind":"Name","value":"points"}}]}}]}}]}}]} as unknown as DocumentNode<LicenseeQuery, LicenseeQueryVariables>;
export const LicenseesDocument = {"__meta__":{"hash":"sha256:5a00c484dba67ac005bbcfb3733bebf33f3e2b34807cfa7c401c62177710f21d"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Licensees"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"search"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"from"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Date"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"to"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Date"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"licensees"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"25"}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}},{"kind":"Argument","name":{"kind":"Name","value":"search"},"value":{"kind":"Variable","name":{"kind":"Name","value":"search"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cursor"}},{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"learnerId"}},{"kind":"Field","name":{"kind":"Name","value":"givenName"}},{"kind":"Field","name":{"kind":"Name","value":"middleName"}},{"kind":"Field","name":{"kind":"Name","value":"familyName"}},{"kind":"Field","name":{"kind":"Name","value":"suffix"}},{"kind":"Field","name":{"kind":"Name","value":"degree"}},{"kind":"Field","name":{"kind":"Name","value":"licenses"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"licenseId"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"licenseNumber"}}]}},{"kind":"Field","name":{"kind":"Name","value":"creditSummary"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"from"},"value":{"kind":"Variable","name":{"kind":"Name","value":"from"}}},{"kind":"Argument","name":{"kind":"Name","value":"to"},"value":{"kind":"Variable","name":{"kind":"Name","value":"to"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"credits"}},{"kind":"Field","name":{"kind":"Name","value":"completions"}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]}}]}}]} as unknown as DocumentNode<LicenseesQuery, LicenseesQueryVariables>;
export const MyCreditDocument = {"__meta__":{"hash":"sha256:1845d69ceb33069085c0ab37d31ff0c7005e87c75fb1451c05b5482dee8fad0b"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"MyCredit"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"from"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Date"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"to"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Date"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"viewer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"accountId"}},{"kind":"Field","name":{"kind":"Name","value":"learner"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"learnerId"}},{"kind":"Field","name":{"kind":"Name","value":"creditSummary"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"from"},"value":{"kind":"Variable","name":{"kind":"Name","value":"from"}}},{"kind":"Argument","name":{"kind":"Name","value":"to"},"value":{"kind":"Variable","name":{"kind":"Name","value":"to"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"credits"}},{"kind":"Field","name":{"kind":"Name","value":"completions"}},{"kind":"Field","name":{"kind":"Name","value":"pointsByBoard"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"board"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"points"}},{"kind":"Field","name":{"kind":"Name","value":"pending"}}]}},{"kind":"Field","name":{"kind":"Name","value":"byMonth"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"month"}},{"kind":"Field","name":{"kind":"Name","value":"credits"}},{"kind":"Field","name":{"kind":"Name","value":"completions"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"completions"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"25"}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}},{"kind":"Argument","name":{"kind":"Name","value":"from"},"value":{"kind":"Variable","name":{"kind":"Name","value":"from"}}},{"kind":"Argument","name":{"kind":"Name","value":"to"},"value":{"kind":"Variable","name":{"kind":"Name","value":"to"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cursor"}},{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"CompletionLine"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"CompletionLine"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Completion"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"completionId"}},{"kind":"Field","name":{"kind":"Name","value":"completedOn"}},{"kind":"Field","name":{"kind":"Name","value":"activity"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"activityId"}},{"kind":"Field","name":{"kind":"Name","value":"title"}}]}},{"kind":"Field","name":{"kind":"Name","value":"provider"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"providerId"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"cme"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"partId"}},{"kind":"Field","name":{"kind":"Name","value":"credits"}},{"kind":"Field","name":{"kind":"Name","value":"status"}}]}},{"kind":"Field","name":{"kind":"Name","value":"moc"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"partId"}},{"kind":"Field","name":{"kind":"Name","value":"points"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"board"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}}]}},{"kind":"Field","name":{"kind":"Name","value":"lines"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"creditType"}},{"kind":"Field","name":{"kind":"Name","value":"label"}},{"kind":"Field","name":{"kind":"Name","value":"points"}}]}}]}}]}}]} as unknown as DocumentNode<MyCreditQuery, MyCreditQueryVariables>;
export const ReportingDetailsDocument = {"__meta__":{"hash":"sha256:a497146904ccb13c919c33fbefdeb243ca9d6802df372fca7bab39d901247c52"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"ReportingDetails"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"viewer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"accountId"}},{"kind":"Field","name":{"kind":"Name","value":"learner"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"learnerId"}},{"kind":"Field","name":{"kind":"Name","value":"givenName"}},{"kind":"Field","name":{"kind":"Name","value":"middleName"}},{"kind":"Field","name":{"kind":"Name","value":"familyName"}},{"kind":"Field","name":{"kind":"Name","value":"suffix"}},{"kind":"Field","name":{"kind":"Name","value":"degree"}},{"kind":"Field","name":{"kind":"Name","value":"npi"}},{"kind":"Field","name":{"kind":"Name","value":"licenses"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"licenseId"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"licenseNumber"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"board"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"certifications"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"boardId"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"board"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}}]}}]}}]} as unknown as DocumentNode<ReportingDetailsQuery, ReportingDetailsQueryVariables>;
export const PublishTranscriptDocument = {"__meta__":{"hash":"sha256:53fc20bebb0c75c54cadee5d6cc61d1c255d583947b9b4496921f717bf44406b"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"PublishTranscript"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"from"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Date"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"to"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Date"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"publishTranscript"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"from"},"value":{"kind":"Variable","name":{"kind":"Name","value":"from"}}},{"kind":"Argument","name":{"kind":"Name","value":"to"},"value":{"kind":"Variable","name":{"kind":"Name","value":"to"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"TranscriptCard"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"TranscriptCard"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Transcript"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"transcriptId"}},{"kind":"Field","name":{"kind":"Name","value":"from"}},{"kind":"Field","name":{"kind":"Name","value":"to"}},{"kind":"Field","name":{"kind":"Name","value":"publishedAt"}},{"kind":"Field","name":{"kind":"Name","value":"verificationCode"}},{"kind":"Field","name":{"kind":"Name","value":"entryCount"}},{"kind":"Field","name":{"kind":"Name","value":"totals"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"credits"}},{"kind":"Field","name":{"kind":"Name","value":"pointsByBoard"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"board"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}}]}},{"kind":"Field","name":{"kind":"Name","value":"points"}},{"kind":"Field","name":{"kind":"Name","value":"pending"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"pdfAddress"}},{"kind":"Field","name":{"kind":"Name","value":"jsonAddress"}}]}}]} as unknown as DocumentNode<PublishTranscriptMutation, PublishTranscriptMutationVariables>;
export const TranscriptsDocument = {"__meta__":{"hash":"sha256:80f80e7c8770788c6643d481174a13b5d81563af5a475260f420971e0958b863"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Transcripts"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"transcripts"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"10"}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cursor"}},{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"TranscriptCard"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"TranscriptCard"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Transcript"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"transcriptId"}},{"kind":"Field","name":{"kind":"Name","value":"from"}},{"kind":"Field","name":{"kind":"Name","value":"to"}},{"kind":"Field","name":{"kind":"Name","value":"publishedAt"}},{"kind":"Field","name":{"kind":"Name","value":"verificationCode"}},{"kind":"Field","name":{"kind":"Name","value":"entryCount"}},{"kind":"Field","name":{"kind":"Name","value":"totals"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"credits"}},{"kind":"Field","name":{"kind":"Name","value":"pointsByBoard"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"board"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}}]}},{"kind":"Field","name":{"kind":"Name","value":"points"}},{"kind":"Field","name":{"kind":"Name","value":"pending"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"pdfAddress"}},{"kind":"Field","name":{"kind":"Name","value":"jsonAddress"}}]}}]} as unknown as DocumentNode<TranscriptsQuery, TranscriptsQueryVariables>;
export const ActivitiesDocument = {"__meta__":{"hash":"sha256:6afb77c7aed9862977e523166fead06da2cb6c7f2d6318063e13a49bd41aa7e5"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Activities"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"status"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"ActivityStatus"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"search"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"activities"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"25"}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}},{"kind":"Argument","name":{"kind":"Name","value":"status"},"value":{"kind":"Variable","name":{"kind":"Name","value":"status"}}},{"kind":"Argument","name":{"kind":"Name","value":"search"},"value":{"kind":"Variable","name":{"kind":"Name","value":"search"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cursor"}},{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"activityId"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"activityFormat"}},{"kind":"Field","name":{"kind":"Name","value":"startsOn"}},{"kind":"Field","name":{"kind":"Name","value":"endsOn"}},{"kind":"Field","name":{"kind":"Name","value":"credits"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"mocRegistrations"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"points"}},{"kind":"Field","name":{"kind":"Name","value":"board"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}}]}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]}}]}}]} as unknown as DocumentNode<ActivitiesQuery, ActivitiesQueryVariables>;
export const ActivityDocument = {"__meta__":{"hash":"sha256:8028664e8cfca7476b02e08d51bbab3b98fcbd45477c8830082c103fb43fc16b"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Activity"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"activityId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"activity"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"activityId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"activityId"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"activityId"}},{"kind":"Field","name":{"kind":"Name","value":"providerActivityId"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"description"}},{"kind":"Field","name":{"kind":"Name","value":"url"}},{"kind":"Field","name":{"kind":"Name","value":"activityFormat"}},{"kind":"Field","name":{"kind":"Name","value":"deliveryMethods"}},{"kind":"Field","name":{"kind":"Name","value":"startsOn"}},{"kind":"Field","name":{"kind":"Name","value":"endsOn"}},{"kind":"Field","name":{"kind":"Name","value":"location"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"city"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"country"}}]}},{"kind":"Field","name":{"kind":"Name","value":"credits"}},{"kind":"Field","name":{"kind":"Name","value":"displayInPassport"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"mocRegistrations"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"points"}},{"kind":"Field","name":{"kind":"Name","value":"creditTypes"}},{"kind":"Field","name":{"kind":"Name","value":"practiceAreas"}},{"kind":"Field","name":{"kind":"Name","value":"creditClaimOn"}},{"kind":"Field","name":{"kind":"Name","value":"board"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}}]}}]} as unknown as DocumentNode<ActivityQuery, ActivityQueryVariables>;
export const BatchDocument = {"__meta__":{"hash":"sha256:3ccf4124c15814b636c6ed2200b2ead6e151e0537353a8569841602d3df59f62"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Batch"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"batchId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"batch"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"batchId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"batchId"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"batchId"}},{"kind":"Field","name":{"kind":"Name","value":"source"}},{"kind":"Field","name":{"kind":"Name","value":"fileName"}},{"kind":"Field","name":{"kind":"Name","value":"byteSize"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"dryRun"}},{"kind":"Field","name":{"kind":"Name","value":"refusal"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"place"}}]}},{"kind":"Field","name":{"kind":"Name","value":"duplicateOf"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"batchId"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}}]}},{"kind":"Field","name":{"kind":"Name","value":"fileWarnings"}},{"kind":"Field","name":{"kind":"Name","value":"totalRows"}},{"kind":"Field","name":{"kind":"Name","value":"appliedRows"}},{"kind":"Field","name":{"kind":"Name","value":"counts"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"accepted"}},{"kind":"Field","name":{"kind":"Name","value":"warned"}},{"kind":"Field","name":{"kind":"Name","value":"rejected"}},{"kind":"Field","name":{"kind":"Name","value":"duplicate"}},{"kind":"Field","name":{"kind":"Name","value":"inReview"}}]}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"startedAt"}},{"kind":"Field","name":{"kind":"Name","value":"finishedAt"}},{"kind":"Field","name":{"kind":"Name","value":"resultAddress"}}]}}]}}]} as unknown as DocumentNode<BatchQuery, BatchQueryVariables>;
export const CancelUploadDocument = {"__meta__":{"hash":"sha256:eab0bb3872a401d3b308927ccfcbc1a3115281bc30bff4126d5ca207e1db724c"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"CancelUpload"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"batchId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cancelUpload"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"batchId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"batchId"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"batchId"}},{"kind":"Field","name":{"kind":"Name","value":"state"}}]}}]}}]} as unknown as DocumentNode<CancelUploadMutation, CancelUploadMutationVariables>;
export const BatchRowsDocument = {"__meta__":{"hash":"sha256:d6a39237b0dfb8ee2d866a09be699f9901bad2dde62fd4cc9cba57d506835e2f"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"BatchRows"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"batchId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"outcome"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"RowOutcome"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"withIssues"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Boolean"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"batch"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"batchId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"batchId"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"batchId"}},{"kind":"Field","name":{"kind":"Name","value":"rows"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"50"}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}},{"kind":"Argument","name":{"kind":"Name","value":"outcome"},"value":{"kind":"Variable","name":{"kind":"Name","value":"outcome"}}},{"kind":"Argument","name":{"kind":"Name","value":"withIssues"},"value":{"kind":"Variable","name":{"kind":"Name","value":"withIssues"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cursor"}},{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"rowId"}},{"kind":"Field","name":{"kind":"Name","value":"rowNumber"}},{"kind":"Field","name":{"kind":"Name","value":"outcome"}},{"kind":"Field","name":{"kind":"Name","value":"issues"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"severity"}},{"kind":"Field","name":{"kind":"Name","value":"column"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"fix"}}]}},{"kind":"Field","name":{"kind":"Name","value":"cells"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"column"}},{"kind":"Field","name":{"kind":"Name","value":"text"}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]}}]}}]}}]} as unknown as DocumentNode<BatchRowsQuery, BatchRowsQueryVariables>;
export const BatchesDocument = {"__meta__":{"hash":"sha256:a15b1db9b505d6edd896d9c24ef71f6871e1394b179661c421dc5eb74e315417"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Batches"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"batches"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"25"}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cursor"}},{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"BatchLine"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"BatchLine"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Batch"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"batchId"}},{"kind":"Field","name":{"kind":"Name","value":"source"}},{"kind":"Field","name":{"kind":"Name","value":"fileName"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"dryRun"}},{"kind":"Field","name":{"kind":"Name","value":"totalRows"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"duplicateOf"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"batchId"}}]}},{"kind":"Field","name":{"kind":"Name","value":"counts"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"accepted"}},{"kind":"Field","name":{"kind":"Name","value":"warned"}},{"kind":"Field","name":{"kind":"Name","value":"rejected"}},{"kind":"Field","name":{"kind":"Name","value":"duplicate"}},{"kind":"Field","name":{"kind":"Name","value":"inReview"}}]}}]}}]} as unknown as DocumentNode<BatchesQuery, BatchesQueryVariables>;
export const ProviderHomeDocument = {"__meta__":{"hash":"sha256:cfe9e74f5593c414a9af635ac4f2f8122630d3c58e1b778454371a0d6f7dc67a"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"ProviderHome"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"batches"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"8"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cursor"}},{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"BatchLine"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"BatchLine"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Batch"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"batchId"}},{"kind":"Field","name":{"kind":"Name","value":"source"}},{"kind":"Field","name":{"kind":"Name","value":"fileName"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"dryRun"}},{"kind":"Field","name":{"kind":"Name","value":"totalRows"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"duplicateOf"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"batchId"}}]}},{"kind":"Field","name":{"kind":"Name","value":"counts"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"accepted"}},{"kind":"Field","name":{"kind":"Name","value":"warned"}},{"kind":"Field","name":{"kind":"Name","value":"rejected"}},{"kind":"Field","name":{"kind":"Name","value":"duplicate"}},{"kind":"Field","name":{"kind":"Name","value":"inReview"}}]}}]}}]} as unknown as DocumentNode<ProviderHomeQuery, ProviderHomeQueryVariables>;
export const ActivityPickerDocument = {"__meta__":{"hash":"sha256:f9315a852febcdeae0ce6a106e53d27976ff467f8973f121eee3c32d5f7ebbc6"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"ActivityPicker"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"search"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"activities"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"25"}},{"kind":"Argument","name":{"kind":"Name","value":"status"},"value":{"kind":"EnumValue","value":"ACTIVE"}},{"kind":"Argument","name":{"kind":"Name","value":"search"},"value":{"kind":"Variable","name":{"kind":"Name","value":"search"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cursor"}},{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"activityId"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"startsOn"}},{"kind":"Field","name":{"kind":"Name","value":"endsOn"}},{"kind":"Field","name":{"kind":"Name","value":"credits"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]}}]}}]} as unknown as DocumentNode<ActivityPickerQuery, ActivityPickerQueryVariables>;
export const EntryActivityDocument = {"__meta__":{"hash":"sha256:2775af46ccc8a2889e4b57c4f8f771d7fc91f6df024fcdbf1b035bee14d43b7a"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"EntryActivity"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"activityId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"activity"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"activityId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"activityId"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"activityId"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"startsOn"}},{"kind":"Field","name":{"kind":"Name","value":"endsOn"}},{"kind":"Field","name":{"kind":"Name","value":"credits"}},{"kind":"Field","name":{"kind":"Name","value":"mocRegistrations"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"points"}},{"kind":"Field","name":{"kind":"Name","value":"creditTypes"}},{"kind":"Field","name":{"kind":"Name","value":"board"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}}]}}]} as unknown as DocumentNode<EntryActivityQuery, EntryActivityQueryVariables>;
export const TrySubmissionDocument = {"__meta__":{"hash":"sha256:4d2aca504e0e41cf02c9adc82519062b3777f884b91665d55c7e5cb8c17051f8"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"TrySubmission"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CompletionInput"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"dryRun"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Boolean"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"submitCompletion"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}},{"kind":"Argument","name":{"kind":"Name","value":"dryRun"},"value":{"kind":"Variable","name":{"kind":"Name","value":"dryRun"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"batch"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"batchId"}}]}},{"kind":"Field","name":{"kind":"Name","value":"row"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"rowId"}},{"kind":"Field","name":{"kind":"Name","value":"rowNumber"}},{"kind":"Field","name":{"kind":"Name","value":"outcome"}},{"kind":"Field","name":{"kind":"Name","value":"issues"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"severity"}},{"kind":"Field","name":{"kind":"Name","value":"column"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"fix"}}]}}]}}]}}]}}]} as unknown as DocumentNode<TrySubmissionMutation, TrySubmissionMutationVariables>;
export const SubmissionsDocument = {"__meta__":{"hash":"sha256:a471b348583848345896d108c3ae10070d9249d0ede6713fb9f692381475d1a3"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Submissions"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"submissions"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"25"}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cursor"}},{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"completionId"}},{"kind":"Field","name":{"kind":"Name","value":"nameAsSubmitted"}},{"kind":"Field","name":{"kind":"Name","value":"completedOn"}},{"kind":"Field","name":{"kind":"Name","value":"source"}},{"kind":"Field","name":{"kind":"Name","value":"recordedAt"}},{"kind":"Field","name":{"kind":"Name","value":"activity"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"activityId"}},{"kind":"Field","name":{"kind":"Name","value":"title"}}]}},{"kind":"Field","name":{"kind":"Name","value":"cme"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"partId"}},{"kind":"Field","name":{"kind":"Name","value":"credits"}},{"kind":"Field","name":{"kind":"Name","value":"status"}}]}},{"kind":"Field","name":{"kind":"Name","value":"moc"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"partId"}},{"kind":"Field","name":{"kind":"Name","value":"points"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"board"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}}]}},{"kind":"Field","name":{"kind":"Name","value":"lines"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"creditType"}},{"kind":"Field","name":{"kind":"Name","value":"label"}},{"kind":"Field","name":{"kind":"Name","value":"points"}}]}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]}}]}}]} as unknown as DocumentNode<SubmissionsQuery, SubmissionsQueryVariables>;
export const CreateUploadDocument = {"__meta__":{"hash":"sha256:645675be4e761b942e3aca9906a473e321796e10a4b3719ab4bd18802709304d"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"CreateUpload"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"UploadInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"createUpload"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"address"}},{"kind":"Field","name":{"kind":"Name","value":"batch"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"batchId"}},{"kind":"Field","name":{"kind":"Name","value":"state"}}]}}]}}]}}]} as unknown as DocumentNode<CreateUploadMutation, CreateUploadMutationVariables>;
export const CancelSendingDocument = {"__meta__":{"hash":"sha256:70d4fb712e87430bdf39975401eb5461e4da84013194269ff04da27982e0587f"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"CancelSending"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"batchId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cancelUpload"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"batchId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"batchId"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"batchId"}},{"kind":"Field","name":{"kind":"Name","value":"state"}}]}}]}}]} as unknown as DocumentNode<CancelSendingMutation, CancelSendingMutationVariables>;
export const ViewerDocument = {"__meta__":{"hash":"sha256:c21719e396904bffec94bec4399ee4e2f61a44fecf7135f930477f1ef5ceb767"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Viewer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"viewer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"accountId"}},{"kind":"Field","name":{"kind":"Name","value":"displayName"}},{"kind":"Field","name":{"kind":"Name","value":"role"}},{"kind":"Field","name":{"kind":"Name","value":"provider"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"providerId"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"board"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}}]}},{"kind":"Field","name":{"kind":"Name","value":"learner"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"learnerId"}},{"kind":"Field","name":{"kind":"Name","value":"givenName"}},{"kind":"Field","name":{"kind":"Name","value":"familyName"}},{"kind":"Field","name":{"kind":"Name","value":"degree"}}]}}]}}]}}]} as unknown as DocumentNode<ViewerQuery, ViewerQueryVariables>;