import type { ValidationCells, ValidationKey } from './validation-form.js'
import type { LearnerIdentificationInput } from './validation-types.js'

/** An entry as the row of a file that says the same. */
export function cellsOf(input: LearnerIdentificationInput): ValidationCells {
  const texts: Record<ValidationKey, string | null | undefined> = {
    firstName: input.givenName,
    middleName: input.middleName,
    lastName: input.familyName,
    suffix: input.suffix,
    dateOfBirth: `${twoDigits(input.birthMonth)}/${twoDigits(input.birthDay)}`,
    licensingState: input.licensingState,
    licenseIdOrNpi: input.licenseOrNpi,
    certifyingBoard: input.board,
    certifyingBoardId: input.boardId,
  }
  return Object.fromEntries(
    Object.entries(texts).flatMap(([key, text]) => (text?.trim() ? [[key, { text, kind: 'text' }]] : [])),
  )
}

const twoDigits = (number: number) => String(number).padStart(2, '0')
