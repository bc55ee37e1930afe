import { PrimaryKeyProp } from '@mikro-orm/core'
import { Entity, Enum, PrimaryKey, Property } from '@mikro-orm/decorators/legacy'
import { type ViewerClaims, type ViewerRole, viewerRoles } from '../../subgraphs/reference/viewer.js'

/** One person or partner that may sign in, with the one role that the account has. */
@Entity()
export class Account {
  [PrimaryKeyProp]?: 'accountId'

  @PrimaryKey({ type: 'text' })
  accountId!: string

  @Property({ type: 'text' })
  displayName!: string

  @Enum({ items: () => [...viewerRoles], type: 'text' })
  role!: ViewerRole

  /** Set for PROVIDER_REPORTER. */
  @Property({ type: 'text', nullable: true })
  providerId?: string | null

  /** Set for LICENSING_BOARD and CERTIFYING_BOARD. */
  @Property({ type: 'text', nullable: true })
  boardCode?: string | null

  /** Set for PHYSICIAN. */
  @Property({ type: 'uuid', nullable: true })
  learnerId?: string | null

  /** What the subgraphs are told about whoever is signed in to this account. */
  claims(): ViewerClaims {
    return {
      accountId: this.accountId,
      displayName: this.displayName,
      role: this.role,
      ...(this.providerId && { providerId: this.providerId }),
      ...(this.boardCode && { boardCode: this.boardCode }),
      ...(this.learnerId && { learnerId: this.learnerId }),
    }
  }
}
