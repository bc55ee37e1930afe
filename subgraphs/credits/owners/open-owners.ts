import { InternalClient } from '../../shared/http/internal-client.js'
import { InternalTokenIssuer } from '../../shared/security/internal-token.js'
import { ensureKeys, loadSigningKey } from '../../shared/security/keys.js'
import type { CreditsConfig } from '../config.js'
import { httpLearners, type LearnerSource } from '../learner/learner-source.js'
import { httpOwners } from './http-owners.js'
import type { Owners } from './owners.js'

export interface OpenOwners {
  owners: Owners
  learners: LearnerSource
  close(): Promise<void>
}

/** Connects to the two other subgraphs, signing in the name of this one. */
export async function openOwners({ keysDir, providersUrl, learnersUrl }: CreditsConfig): Promise<OpenOwners> {
  await ensureKeys(keysDir, ['credits'])
  const issuer = new InternalTokenIssuer(await loadSigningKey(keysDir, 'credits'))
  const providers = new InternalClient('providers', providersUrl, issuer)
  const learners = new InternalClient('learners', learnersUrl, issuer)
  return {
    owners: httpOwners(providers, learners),
    learners: httpLearners(learners),
    close: async () => {
      await Promise.all([providers.close(), learners.close()])
    },
  }
}
