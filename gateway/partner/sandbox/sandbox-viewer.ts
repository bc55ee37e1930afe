import type { ViewerClaims, ViewerRole } from '../../../subgraphs/reference/viewer.js'

/** As whom the sandbox can be tried. */
export const sandboxRoles = [
  'PROVIDER_REPORTER',
  'LICENSING_BOARD',
  'CERTIFYING_BOARD',
  'PHYSICIAN',
  'PARTNER',
] as const satisfies readonly ViewerRole[]

export type SandboxRole = (typeof sandboxRoles)[number]

/** Whom each role stands for there: those who are in every made-up world. */
const standsFor: Readonly<Record<SandboxRole, Partial<ViewerClaims>>> = {
  PROVIDER_REPORTER: { providerId: '0008273' },
  LICENSING_BOARD: { boardCode: 'ME-MD' },
  CERTIFYING_BOARD: { boardCode: 'ABIM' },
  PHYSICIAN: { learnerId: '0190a000-0000-7000-8000-000000000001' },
  PARTNER: {},
}

/** True for a role that can be tried in the sandbox. */
export const isSandboxRole = (name: unknown): name is SandboxRole => (sandboxRoles as readonly unknown[]).includes(name)

/** What the subgraphs of the sandbox are told of an account that tries a role there; nothing of what it is elsewhere. */
export const sandboxClaims = (
  { accountId, displayName }: Pick<ViewerClaims, 'accountId' | 'displayName'>,
  role: SandboxRole,
): ViewerClaims => ({ accountId, displayName, role, ...standsFor[role] })
