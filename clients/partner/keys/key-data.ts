import type { ViewerRole } from '../../graphql/graphql'

/** What a key may be used for. */
export interface Scope {
  name: string
  says: string
}

/** A key as its owner sees it; its secret is known to nobody any more. */
export interface Key {
  keyId: string
  clientId: string
  label: string
  scopes: string[] | null
  sandboxRole: ViewerRole | null
  isLive: boolean
  createdAt: string
  expiresAt: string
  lastUsedAt: string | null
  revokedAt: string | null
}

/** What `/keys` answers. */
export interface Keys {
  maxLive: number
  maxDays: number
  defaultDays: number
  scopes: Scope[]
  /** As whom the sandbox can be tried; empty where there is none. */
  sandbox: { role: ViewerRole; scopes: Scope[] }[]
  keys: Key[]
  /** The new key, once. */
  key?: string
}

/** Each role of the sandbox in a few words. */
export const sandboxNames: Readonly<Record<ViewerRole, string>> = {
  PROVIDER_REPORTER: 'A provider',
  LICENSING_BOARD: 'A licensing board',
  CERTIFYING_BOARD: 'A certifying board',
  PHYSICIAN: 'A physician',
  PARTNER: 'A partner',
  OPERATOR: 'An operator',
}

/** Keys that live, of what is real or of the sandbox. */
export const liveKeys = (keys: readonly Key[], inSandbox: boolean) =>
  keys.filter(({ isLive, sandboxRole }) => isLive && (sandboxRole !== null) === inSandbox)
