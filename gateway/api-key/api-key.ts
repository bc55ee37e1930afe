import { type Opt, PrimaryKeyProp } from '@mikro-orm/core'
import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy'

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

  @Property({ type: 'timestamptz', defaultRaw: 'now()' })
  createdAt!: Opt<Date>

  @Property({ type: 'timestamptz' })
  expiresAt!: Date

  @Property({ type: 'timestamptz', nullable: true })
  revokedAt?: Date | null

  /** True while the key opens anything. */
  isLive(now: Date): boolean {
    return !this.revokedAt && this.expiresAt > now
  }
}
