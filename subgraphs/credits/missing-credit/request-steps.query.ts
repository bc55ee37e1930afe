import type { EntityManager } from '@mikro-orm/postgresql'
import DataLoader from 'dataloader'
import { RequestStep } from './request-step.js'

/** The histories of requests; who asks has found the request, so that nobody loads one that is not visible. */
export const requestStepsLoader = (em: EntityManager) =>
  new DataLoader<string, RequestStep[], string>(async (requestIds) => {
    const steps = await em.find(
      RequestStep,
      { requestId: { $in: [...requestIds] } },
      { orderBy: { requestId: 'asc', sequence: 'asc' }, limit: requestIds.length * 100 },
    )
    const byRequest = Map.groupBy(steps, ({ requestId }) => requestId)
    return requestIds.map((requestId) => byRequest.get(requestId) ?? [])
  })
