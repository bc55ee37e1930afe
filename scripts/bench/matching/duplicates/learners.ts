import { join } from 'node:path'
import { readRecords } from '../csv/read-csv.js'
import { readCells } from '../data/folder.js'
import { toClaim } from '../engine/translate.js'
import { isPresent } from '../names/name-tables.js'
import type { LabelledRecord } from './labelled-record.js'

/** The learner accounts of a folder with whom each belongs to; undefined where it has none. */
export async function readLearners(folder: string): Promise<LabelledRecord[] | undefined> {
  const [path, truthPath] = [join(folder, 'learners.csv'), join(folder, 'learners_truth.csv')]
  if (!(await isPresent(path)) || !(await isPresent(truthPath))) return undefined
  const truth = await readRecords(truthPath, ['learner_id', 'truth_id'])
  const entityOf = new Map(truth.map(({ learner_id = '', truth_id = '' }) => [learner_id, truth_id]))
  const records = await readRecords(path, ['learner_id', 'first', 'last'])
  return records.map((record): LabelledRecord => {
    const { learner_id = '' } = record
    const claim = toClaim(readCells(record))
    const { license, state, npi, boardId, boardCode } = claim
    return {
      entity: entityOf.get(learner_id) || `alone ${learner_id}`,
      claim,
      person: {
        personId: learner_id,
        givenName: claim.givenName ?? '',
        familyName: claim.familyName ?? '',
        middleName: claim.middleName,
        suffix: claim.suffix,
        birthMonth: claim.birthMonth ?? 0,
        birthDay: claim.birthDay ?? 0,
        npi,
        licenses: state ? [{ state, number: license ?? '' }] : [],
        certifications: boardId ? [{ boardCode: boardCode ?? '', boardId }] : [],
        city: claim.city,
        email: claim.email,
      },
    }
  })
}
