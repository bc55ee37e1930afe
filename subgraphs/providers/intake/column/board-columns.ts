import type { IntakeColumn } from './column.js'
import { aDay, column, quarters, several } from './make-column.js'

/** What one board’s registration takes (5.5); once for each board. */
export const boardColumns: readonly IntakeColumn[] = [
  column('text', 'BOARD')(
    'board',
    'Board',
    'Code of the board, such as ABIM.',
    'Certifying Board',
    'MOC Board',
    'Board Name',
    'Specialty Board',
  ),
  column('amount', 'BOARD')(
    'points',
    'Points',
    `The most one learner can earn. ${quarters}`,
    'MOC Points',
    'Board Points',
    'Number of Points',
    'MOC Credits',
  ),
  column('texts', 'BOARD')(
    'creditTypes',
    'Credit Type(s)',
    `See ValidValues. ${several}`,
    'MOC Credit Type',
    'Type of Credit',
    'MOC Type',
    'Board Credit Type',
  ),
  column('texts', 'BOARD')(
    'practiceAreas',
    'Specialties',
    `Practice areas of the board. ${several}`,
    'Practice Areas',
    'Practice Area',
    'Specialty',
    'MOC Specialties',
  ),
  column('day', 'BOARD')(
    'creditClaimOn',
    'Credit Claim Date',
    `Last day to claim. ${aDay}`,
    'Claim Date',
    'Claim By',
    'MOC Claim Date',
    'Credit Expiration Date',
  ),
  column('text', 'BOARD')(
    'contentOutline1',
    'Content Outline 1',
    'ABA: Level 3 ID:…, Tag ID:… or words.',
    'Content Outline',
    'Outline 1',
    'MOCA Content Outline',
  ),
  column('text', 'BOARD')('contentOutline2', 'Content Outline 2', 'ABA, where there are two.', 'Outline 2'),
]
