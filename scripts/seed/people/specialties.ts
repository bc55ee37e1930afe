import type { CertifyingBoardCode } from '../../../subgraphs/reference/certifying-boards.js'

/** A field of medicine: who works in it and which board certifies it. */
export interface Specialty {
  name: string
  /** Of a hundred physicians, how many. */
  share: number
  board?: CertifyingBoardCode
  /** Its practice area in the words of the board. */
  area?: string
}

/** The fields in which physicians work, with shares that resemble the nation's. */
export const specialties = [
  { name: 'Internal Medicine', share: 15, board: 'ABIM', area: 'Internal Medicine' },
  { name: 'Hospital Medicine', share: 4.5, board: 'ABIM', area: 'Hospital Medicine' },
  { name: 'Cardiology', share: 3.4, board: 'ABIM', area: 'Cardiovascular Disease' },
  { name: 'Gastroenterology', share: 1.9, board: 'ABIM', area: 'Gastroenterology' },
  { name: 'Hematology and Oncology', share: 2.3, board: 'ABIM', area: 'Medical Oncology' },
  { name: 'Pulmonary and Critical Care', share: 2.2, board: 'ABIM', area: 'Critical Care Medicine' },
  { name: 'Endocrinology and Nephrology', share: 2.1, board: 'ABIM', area: 'Endocrinology, Diabetes, and Metabolism' },
  { name: 'Pediatrics', share: 9, board: 'ABP', area: 'General Pediatrics' },
  { name: 'Anesthesiology', share: 5.6, board: 'ABA', area: 'General Operative Anesthesia' },
  { name: 'General Surgery', share: 4.6, board: 'ABS', area: 'General Surgery' },
  { name: 'Orthopaedic Surgery', share: 3.6, board: 'ABOS', area: 'General Orthopaedics' },
  { name: 'Otolaryngology', share: 1.5, board: 'ABOHNS', area: 'General Otolaryngology' },
  { name: 'Pathology', share: 2.6, board: 'ABPATH', area: 'Surgical Pathology' },
  { name: 'Thoracic Surgery', share: 0.8, board: 'ABTS', area: 'General Thoracic' },
  {
    name: 'Physical Medicine and Rehabilitation',
    share: 1.7,
    board: 'ABPMR',
    area: 'Physical Medicine and Rehabilitation',
  },
  { name: 'Family Medicine', share: 12.6 },
  { name: 'Psychiatry', share: 5.7 },
  { name: 'Emergency Medicine', share: 5.3 },
  { name: 'Obstetrics and Gynecology', share: 4.8 },
  { name: 'Radiology', share: 4.4 },
  { name: 'Neurology', share: 2.4 },
  { name: 'Ophthalmology', share: 2.1 },
  { name: 'Dermatology', share: 1.5 },
] as const satisfies readonly Specialty[]

export type SpecialtyName = (typeof specialties)[number]['name']
