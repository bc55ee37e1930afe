import { type CertifyingBoardCode, parseCertifyingBoard } from '../../../subgraphs/reference/certifying-boards.js'
import { type LicensingState, licenseFormats } from '../../../subgraphs/reference/license-formats.js'
import { dayNumber } from '../day.js'
import { adaProviderId } from '../provider/demo-providers.js'
import { samplePeople } from '../sample-file/sample-file.js'
import type { SamplePerson } from '../sample-file/sample-person.js'
import { deeId } from './demo-people.js'
import type { FixedPhysician, License } from './physician.js'
import { type Specialty, type SpecialtyName, specialties } from './specialties.js'

/** The physicians of whom the sample file tells, without Dee. */
export function samplePhysicians(): FixedPhysician[] {
  return samplePeople()
    .filter(({ learnerId }) => learnerId !== deeId)
    .map(asPhysician)
}

function asPhysician({ learnerId, degree, licenses, boards, ...person }: SamplePerson): FixedPhysician {
  const certifications = Object.entries(boards).map(([board, boardId]) => ({
    board: knownBoard(board),
    isActive: true,
    boardId,
  }))
  const held = licenses.map(
    ({ state, status, number, effectiveFrom, effectiveTo }): License => ({
      state: knownState(state),
      status,
      number,
      from: dayNumber(effectiveFrom),
      to: effectiveTo === null ? null : dayNumber(effectiveTo),
    }),
  )
  return {
    learnerId,
    person,
    career: {
      degree,
      specialty: specialtyOf(certifications[0]?.board),
      home: held[0]?.state ?? 'ME',
      licenses: held,
      certifications,
      appetite: 1,
    },
    isNewTo: adaProviderId,
  }
}

function specialtyOf(board: CertifyingBoardCode | undefined): SpecialtyName {
  const found = specialties.find((specialty: Specialty) => board && specialty.board === board)
  return found?.name ?? 'Family Medicine'
}

function knownBoard(code: string): CertifyingBoardCode {
  const board = parseCertifyingBoard(code)
  if (!board) throw new Error(`The sample tells of a board ${code} that is not known.`)
  return board
}

function knownState(code: string): LicensingState {
  if (code in licenseFormats) return code as LicensingState
  throw new Error(`The sample tells of a license of ${code}, which licenses nobody.`)
}
