import type { SubgraphName } from '../config.js'
import { ownerOfFile } from './file-owners.js'

const id = '0190a000-0000-7000-8000-000000000001'

test.each<[string, SubgraphName]>([
  [`/uploads/${id}`, 'credits'],
  [`/uploads/${id}/result`, 'credits'],
  [`/uploads/activities-${id}`, 'providers'],
  [`/uploads/activities-${id}/result?rows=failed`, 'providers'],
  [`/uploads/learners-${id}`, 'learners'],
  [`/uploads/learners-${id}/result`, 'learners'],
  [`/uploads/activities`, 'credits'],
  [`/uploads/x/activities-${id}`, 'credits'],
  ['/templates/activities-cme.xlsx', 'providers'],
  ['/templates/learners-validation.xlsx', 'learners'],
  ['/template.xlsx', 'credits'],
  [`/transcripts/${id}.pdf`, 'credits'],
])('%s is kept by %s', (path, owner) => expect(ownerOfFile(path)).toBe(owner))
