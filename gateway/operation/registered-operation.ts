import { type Opt, PrimaryKeyProp } from '@mikro-orm/core'
import { Entity, Enum, PrimaryKey, Property } from '@mikro-orm/decorators/legacy'

export const operationKinds = ['QUERY', 'MUTATION', 'SUBSCRIPTION'] as const
export type OperationKind = (typeof operationKinds)[number]

/** One version of an operation that a partner may run; its text never changes. */
@Entity()
export class RegisteredOperation {
  [PrimaryKeyProp]?: ['accountId', 'name', 'version']

  /** The account whose programs run it. */
  @PrimaryKey({ type: 'text' })
  accountId!: string

  /** The name in its text, and of its address. */
  @PrimaryKey({ type: 'text' })
  name!: string

  /** 1, 2, … ; the newest one that is not withdrawn answers under the name. */
  @PrimaryKey({ type: 'int' })
  version!: number

  /** SHA-256 of the text in lower-case hexadecimal digits. */
  @Property({ type: 'text' })
  operationId!: string

  @Enum({ items: () => [...operationKinds], type: 'text' })
  kind!: OperationKind

  @Property({ type: 'text' })
  text!: string

  /** Objects that it brings back at most, every page as long as pages may be. */
  @Property({ type: 'int' })
  cost!: number

  @Property({ type: 'timestamptz' })
  registeredAt!: Date

  /** From when on it should no longer be used; it goes on being answered. */
  @Property({ type: 'timestamptz', nullable: true })
  deprecatedAt?: Opt<Date> | null

  /** From when on it is no longer answered. */
  @Property({ type: 'timestamptz', nullable: true })
  withdrawnAt?: Opt<Date> | null
}
