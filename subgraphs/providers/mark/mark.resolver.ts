import { Ctx, Query, Resolver } from 'type-graphql'
import { centralDay } from '../../reference/central-day.js'
import type { ProvidersContext } from '../context.js'
import { reportsCredit } from '../credit/reports-credit.js'
import { ProviderMark } from './mark.js'
import { markFiles, markRules } from './mark-files.js'

/** The provider mark, for whoever may use it. */
@Resolver()
export class MarkResolver {
  @Query(() => ProviderMark, {
    description: 'Whether your provider may use the provider mark, with its files and rules (V06).',
  })
  async providerMark(@Ctx() { em, viewer, now }: ProvidersContext): Promise<ProviderMark> {
    const providerId = viewer.ownProviderId()
    const { reportsLearnerCredit, lastRecordedOn } = await reportsCredit(em, providerId, centralDay(now()))
    const files = [...markFiles.values()].map((file) => ({ ...file, address: `/provider-mark/${file.name}` }))
    return {
      mayUse: reportsLearnerCredit,
      lastRecordedOn,
      files: reportsLearnerCredit ? files : [],
      rules: [...markRules],
      pageAddress: `/provider-page/${providerId}`,
    }
  }
}
