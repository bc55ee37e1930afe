import type { TranscriptQuestion } from './transcript-question.js'

/** A physician as the graph shows one to whoever asks. */
export interface TranscriptLearner {
  learnerId: string
  givenName: string
  middleName: string | null
  familyName: string
  suffix: string | null
  npi: string | null
  licenses: { state: string; licenseNumber: string; board: { code: string } }[]
  certifications: { boardId: string; board: { code: string } }[]
}

/** A record with what of it is accepted or not. */
export interface TranscriptRecord {
  completedOn: string
  activity: { activityId: string; title: string }
  provider: { providerId: string; name: string }
  cme: { partId: string; credits: number; status: string } | null
  moc: { partId: string; points: number; status: string; board: { code: string } }[]
}

const plain = (text: string) =>
  text
    .normalize('NFKD')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .toUpperCase()

/** True for the physician whom a question names in every respect. */
export function isMeant(learner: TranscriptLearner, question: TranscriptQuestion): boolean {
  const { stateOfLicensure: state, stateMedicalLicenseID: number, npi } = question
  const hasLicense = (wanted: string) =>
    learner.licenses.some(
      (license) => (!state || license.state === state) && plain(license.licenseNumber) === plain(wanted),
    )
  return (
    plain(learner.givenName) === plain(question.firstName) &&
    plain(learner.familyName) === plain(question.lastName) &&
    (!npi || learner.npi === npi) &&
    (!number || hasLicense(number)) &&
    (!state || learner.licenses.some((license) => license.state === state))
  )
}

/** A physician as the transcript API names one (2.9). */
export const memberOf = (learner: TranscriptLearner) => ({
  Name: {
    GivenName: learner.givenName,
    ...(learner.middleName && { MiddleName: learner.middleName }),
    FamilyName: learner.familyName,
    ...(learner.suffix && { Suffix: learner.suffix }),
  },
  PersonalInfo: {
    Licensure: learner.licenses.map(({ state, licenseNumber, board }) => ({
      StateOfLicensure: state,
      StateLicensingBoard: board.code,
      StateMedicalLicenseID: licenseNumber,
    })),
    Certification: learner.certifications.map(({ boardId, board }) => ({
      CertifyingBoard: board.code,
      CertifyingBoardID: boardId,
    })),
    ...(learner.npi && { NPI: learner.npi }),
  },
})

/** The accepted credit of a record as the transcript API lists it; nothing where none of it is accepted (P01). */
export function entryOf({ completedOn, activity, provider, cme, moc }: TranscriptRecord) {
  const credits = [
    ...(cme?.status === 'ACCEPTED' ? [certificate(cme.partId, 'AMA PRA Category 1', cme.credits)] : []),
    ...moc.flatMap(({ partId, board, points, status }) =>
      status === 'ACCEPTED' ? [certificate(partId, `${board.code} Points`, points)] : [],
    ),
  ]
  if (!credits.length) return []
  return [
    {
      Activity: {
        ProviderOrganization: provider.providerId,
        ReportingOrganization: provider.name,
        Module: {
          ModuleName: { value: activity.title, moduleID: activity.activityId },
          Status: 'Completed',
          CompletedDateTime: `${completedOn}T00:00:00`,
          CreditCertificate: credits,
        },
      },
    },
  ]
}

const certificate = (partId: string, activityCertification: string, numberOfCredits: number) => ({
  CreditID: `ccid:creditgraph:${partId}`,
  CreditReceived: { activityCertification, creditUnit: 'Point', numberOfCredits },
})
