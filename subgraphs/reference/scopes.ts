import type { ViewerClaims, ViewerRole } from './viewer.js'

/** What somebody can be allowed to do through a key; each is one part of the work on the platform. */
export const scopes = {
  'activities:read': 'Read activities, and files of activities.',
  'activities:write': 'Enter, change and close activities, and send files of them.',
  'credit:read': 'Read records of credit, batches and requests for missing credit.',
  'credit:write': 'Report and correct credit, answer requests for it, and publish transcripts.',
  'learners:check': 'Ask whether credit would find its physician.',
  'learners:read': 'Read licensees and transcripts.',
  'decisions:read': 'Read the MOC points that a certifying board is told of.',
  'decisions:write': 'Decide for a certifying board whether points count.',
  'program:read': 'Read the reporting year of a provider, its summary, contacts and notices.',
  'program:write': 'Report for the year of a provider.',
  'platform:operate': 'Run the platform.',
} as const

export type Scope = keyof typeof scopes

const ofRole: Readonly<Record<ViewerRole, readonly Scope[]>> = {
  PROVIDER_REPORTER: [
    'activities:read',
    'activities:write',
    'credit:read',
    'credit:write',
    'learners:check',
    'program:read',
    'program:write',
  ],
  LICENSING_BOARD: ['activities:read', 'credit:read', 'learners:read'],
  CERTIFYING_BOARD: ['activities:read', 'credit:read', 'decisions:read', 'decisions:write'],
  PHYSICIAN: ['activities:read', 'credit:read', 'credit:write'],
  PARTNER: ['activities:read', 'credit:read'],
  OPERATOR: ['activities:read', 'activities:write', 'credit:read', 'credit:write', 'platform:operate'],
}

/** Everything that accounts of a role may do; a key may be given less. */
export const scopesOfRole = (role: ViewerRole): readonly Scope[] => ofRole[role]

/** True where whoever asks may do something: what the key names, or all that the role may. */
export const hasScope = ({ role, scopes: given }: ViewerClaims, scope: string): boolean =>
  ofRole[role].some((own) => own === scope) && (given === undefined || given.includes(scope))
