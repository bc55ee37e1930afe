import { type Opt, PrimaryKeyProp } from '@mikro-orm/core'
import { Entity, Enum, PrimaryKey, Property } from '@mikro-orm/decorators/legacy'

export const partnerDecisions = ['ACCEPTED', 'DECLINED'] as const
export type PartnerDecision = (typeof partnerDecisions)[number]

/** Somebody who asks for the account of a partner, and what an operator decided. */
@Entity()
export class PartnerRequest {
  [PrimaryKeyProp]?: 'requestId'

  @PrimaryKey({ type: 'uuid' })
  requestId!: string

  @Property({ type: 'text' })
  name!: string

  @Property({ type: 'text' })
  organization!: string

  @Property({ type: 'text' })
  email!: string

  /** What for, in the words of whoever asks. */
  @Property({ type: 'text' })
  purpose!: string

  @Property({ type: 'timestamptz' })
  askedAt!: Date

  @Enum({ items: () => [...partnerDecisions], type: 'text', nullable: true })
  decision?: Opt<PartnerDecision> | null

  /** The account of the operator who decided. */
  @Property({ type: 'text', nullable: true })
  decidedBy?: Opt<string> | null

  @Property({ type: 'timestamptz', nullable: true })
  decidedAt?: Opt<Date> | null

  /** The account that was opened. */
  @Property({ type: 'text', nullable: true })
  accountId?: Opt<string> | null

  /** SHA-256 of the code that signs in once, while it waits to be used. */
  @Property({ type: 'blob', nullable: true })
  invitationHash?: Opt<Buffer> | null

  @Property({ type: 'timestamptz', nullable: true })
  invitationEndsAt?: Opt<Date> | null
}
