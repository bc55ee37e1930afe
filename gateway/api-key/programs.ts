import type { MikroORM } from '@mikro-orm/postgresql'
import type { ViewerClaims } from '../../subgraphs/reference/viewer.js'
import { unauthenticated } from '../../subgraphs/shared/errors.js'
import type { OwnedKey } from '../../subgraphs/shared/security/keys.js'
import { Account } from '../account/account.js'
import { sandboxClaims } from '../partner/sandbox/sandbox-viewer.js'
import { ApiKey } from './api-key.js'
import { keyScopesOf } from './key-scope.js'
import { isSecretOf, type KeyMode, parseKey } from './key-text.js'
import { isProgramToken, verifyProgramToken } from './program-token.js'

/** How long a key may be used again before that is written down. */
const lastUseMs = 60_000

/** Tells for whom a program acts: by a key, or by a token that was given for one. */
export class Programs {
  constructor(
    private readonly orm: MikroORM,
    private readonly verifying: OwnedKey,
    private readonly now: () => Date,
    /** What its keys open: a key to the sandbox opens nothing that is real, and the other way round. */
    private readonly mode: KeyMode,
  ) {}

  /** True for what can only be a program’s. */
  static isCredential(text: string): boolean {
    return isProgramToken(text) || /^cg[ks]_/.test(text)
  }

  /** The claims behind a key or a program’s token. Throws UNAUTHENTICATED for anything else, and for the other mode. */
  async claimsOf(text: string): Promise<ViewerClaims> {
    const { key, granted } = isProgramToken(text) ? await this.ofToken(text) : await this.ofKey(text)
    const account = await this.orm.em.fork().findOne(Account, { accountId: key.accountId })
    if (!account) throw unauthenticated('That account is closed. Sign in with another one.')
    await this.noteUse(key)
    const claims = key.sandboxRole ? sandboxClaims(account, key.sandboxRole) : account.claims()
    const scopes = key.scopes ?? keyScopesOf(claims.role)
    return { ...claims, scopes: granted ? scopes.filter((scope) => granted.includes(scope)) : scopes }
  }

  /** The live key with these parts, in either mode; undefined for a wrong one. */
  async keyOf(keyId: string, secret: string): Promise<ApiKey | undefined> {
    const key = await this.orm.em.fork().findOne(ApiKey, { keyId })
    return key?.isLive(this.now()) && isSecretOf(key.secretHash, secret) ? key : undefined
  }

  private async ofKey(text: string): Promise<{ key: ApiKey; granted?: undefined }> {
    const parts = parseKey(text)
    return { key: this.rightMode(parts && (await this.keyOf(parts.keyId, parts.secret))) }
  }

  private async ofToken(text: string): Promise<{ key: ApiKey; granted: readonly string[] }> {
    const { keyId, scopes } = await verifyProgramToken(this.verifying, text, this.now())
    const found = await this.orm.em.fork().findOne(ApiKey, { keyId })
    return { key: this.rightMode(found?.isLive(this.now()) ? found : undefined), granted: scopes }
  }

  private rightMode(key: ApiKey | undefined): ApiKey {
    if (!key) throw unauthenticated('That key is not valid, or has ended. Use the one that replaced it.')
    if (key.mode() === this.mode) return key
    throw unauthenticated('A key to the sandbox opens nothing else, and the sandbox takes no other.')
  }

  private async noteUse({ keyId, lastUsedAt }: ApiKey): Promise<void> {
    const now = this.now()
    if (lastUsedAt && now.getTime() - lastUsedAt.getTime() < lastUseMs) return
    await this.orm.em.fork().nativeUpdate(ApiKey, { keyId }, { lastUsedAt: now })
  }
}
