import type { ComparedField } from '../../../../../subgraphs/learners/matching/engine/types.js'
import { factErrors } from './fact-errors.js'
import { nameErrors } from './name-errors.js'
import type { SaidError } from './said-error.js'

/** Everything that goes wrong in what is said, in the order in which it comes over a row: a new kind is a new line. */
export const saidErrors: readonly SaidError[] = [...nameErrors, ...factErrors]

const byKind = new Map(saidErrors.map((error) => [error.kind, error]))

/** The fields of which any is the right one to name, for the errors of a row. */
export const blamedFields = (errors: readonly string[]): readonly ComparedField[] =>
  errors.flatMap((kind) => byKind.get(kind)?.blames ?? [])

/** True for an error that makes what was said differ from the file. */
export const isReal = (kind: string) => byKind.get(kind)?.harmless === false
