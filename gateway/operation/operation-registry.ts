import { readFile } from 'node:fs/promises'
import type { MikroORM } from '@mikro-orm/postgresql'
import { operationIdOf } from './judge-operation.js'
import { RegisteredOperation } from './registered-operation.js'

/** How long a change to a partner’s operations may go unnoticed. */
const cacheMs = 5_000

interface OwnOperation {
  text: string
  name: string
}

interface Known {
  byId: ReadonlyMap<string, RegisteredOperation>
  newest: ReadonlyMap<string, RegisteredOperation>
  until: number
}

/** The operations that are known here: those of our own pages, and those that partners have registered. */
export class OperationRegistry {
  private readonly partners = new Map<string, Promise<Known>>()

  private constructor(
    private readonly orm: MikroORM,
    private readonly own: ReadonlyMap<string, OwnOperation>,
    private readonly now: () => Date,
  ) {}

  /** Reads the manifest of our own pages, which their build has written. Throws where a text is not the one of its hash. */
  static async open(orm: MikroORM, ownManifest: string, now: () => Date): Promise<OperationRegistry> {
    const texts = Object.entries(JSON.parse(await readFile(ownManifest, 'utf8')) as Record<string, string>)
    const own = texts.map(([name, text]): [string, OwnOperation] => {
      const operationId = operationIdOf(text)
      if (name !== `sha256:${operationId}`) throw new Error(`${ownManifest}: the text of ${name} has another hash.`)
      return [operationId, { text, name: nameIn(text) }]
    })
    return new OperationRegistry(orm, new Map(own), now)
  }

  /** An operation of our own pages. */
  ownOperation(operationId: string): OwnOperation | undefined {
    return this.own.get(operationId)
  }

  /** All operations of our own pages. */
  ownOperations(): Iterable<OwnOperation> {
    return this.own.values()
  }

  /** An operation that an account has registered and not withdrawn. */
  async partnerOperation(accountId: string, operationId: string): Promise<RegisteredOperation | undefined> {
    return (await this.known(accountId)).byId.get(operationId)
  }

  /** The newest version of what an account has registered under a name. */
  async newest(accountId: string, name: string): Promise<RegisteredOperation | undefined> {
    return (await this.known(accountId)).newest.get(name)
  }

  /** All that an account may run by name, in the order of their names. */
  async newestOf(accountId: string): Promise<RegisteredOperation[]> {
    const { newest } = await this.known(accountId)
    return [...newest.values()].sort((one, other) => (one.name < other.name ? -1 : 1))
  }

  /** Lets a change be seen at once in this process. */
  forget(accountId: string): void {
    this.partners.delete(accountId)
  }

  private async known(accountId: string): Promise<Known> {
    const kept = await this.partners.get(accountId)
    if (kept && kept.until > this.now().getTime()) return kept
    const reading = this.read(accountId)
    this.partners.set(accountId, reading)
    return reading.catch((error: unknown) => {
      this.partners.delete(accountId)
      throw error
    })
  }

  private async read(accountId: string): Promise<Known> {
    const live = await this.orm.em
      .fork()
      .find(RegisteredOperation, { accountId, withdrawnAt: null }, { orderBy: { version: 'asc' } })
    return {
      byId: new Map(live.map((operation) => [operation.operationId, operation])),
      newest: new Map(live.map((operation) => [operation.name, operation])),
      until: this.now().getTime() + cacheMs,
    }
  }
}

/** Operations of our own pages have one name each. */
const nameIn = (text: string) => /\b(?:query|mutation)\s+(\w+)/.exec(text)?.[1] ?? 'unnamed'
