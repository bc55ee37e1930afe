import { CompletionSource } from '../completion/completion.js'
import type { CreditsContext } from '../context.js'

/** Who acts for a provider, and by which way. */
export interface Acting {
  providerId: string
  submittedBy: string
  byName: string
  source: CompletionSource.FORM | CompletionSource.API
}

/** The person or program that reports for a provider. Throws FORBIDDEN for everybody else. */
export function actingFor({ viewer }: Pick<CreditsContext, 'viewer'>): Acting {
  const { accountId, displayName, byToken } = viewer.signedIn()
  return {
    providerId: viewer.ownProviderId(),
    submittedBy: accountId,
    byName: displayName,
    source: byToken ? CompletionSource.API : CompletionSource.FORM,
  }
}
