import { type Opt, PrimaryKeyProp } from '@mikro-orm/core'
import { Entity, Enum, PrimaryKey, Property } from '@mikro-orm/decorators/legacy'
import { type SandboxRole, sandboxRoles } from '../partner/sandbox/sandbox-viewer.js'
import type { KeyScope } from './key-scope.js'
import type { KeyMode } from './key-text.js'

/** A secret with which a program acts for an account; only its hash is kept. */
@Entity()
export class ApiKey {
  [PrimaryKeyProp]?: 'keyId'

  /** The public part of the key. */
  @PrimaryKey({ type: 'text' })
  keyId!: string

  @Property({ type: 'text' })
  accountId!: string

  /** SHA-256 of the secret part, which is 256 random bits, so that no slower hash is needed. */
  @Property({ type: 'blob' })
  secretHash!: Buffer

  /** What the key is for, in its owner’s words. */
  @Property({ type: 'text' })
  label!: string

  /** What it may be used for; null for everything that its account may do. */
  @Property({ type: 'array', nullable: true })
  scopes?: Opt<KeyScope[]> | null

  /** As whom it acts in the sandbox, which is all that it opens; null for a key to what is real. */
  @Enum({ items: () => [...sandboxRoles], type: 'text', nullable: true })
  sandboxRole?: Opt<SandboxRole> | null

  @Property({ type: 'timestamptz', defaultRaw: 'now()' })
  createdAt!: Opt<Date>

  @Property({ type: 'timestamptz' })
  expiresAt!: Date

  /** When it was used last, to the minute. */
  @Property({ type: 'timestamptz', nullable: true })
  lastUsedAt?: Opt<Date> | null

  @Property({ type: 'timestamptz', nullable: true })
  revokedAt?: Date | null

  /** What it opens: what is real, or the sandbox. */
  mode(): KeyMode {
    return this.sandboxRole ? 'SANDBOX' : 'LIVE'
  }

  /** True while the key opens anything. */
  isLive(now: Date): boolean {
    return !this.revokedAt && this.expiresAt > now
  }
}
