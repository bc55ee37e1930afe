import type { EntityManager } from '@mikro-orm/postgresql'
import { badInput, overloaded } from '../../../subgraphs/shared/errors.js'
import { isStorable } from '../../../subgraphs/shared/graphql/text.js'
import { newId } from '../../../subgraphs/shared/new-id.js'
import { PartnerRequest } from './partner-request.js'

/** What somebody says who asks for an account. */
export interface PartnerAsk {
  name: string
  organization: string
  email: string
  purpose: string
}

/** Characters of each answer, at least and at most. */
const lengths: Readonly<Record<keyof PartnerAsk, readonly [number, number, string]>> = {
  name: [1, 100, 'your name'],
  organization: [1, 150, 'your organization'],
  email: [3, 254, 'your e-mail address'],
  purpose: [10, 1_000, 'what you want to build'],
}

/** Requests that wait for an operator at once; whoever fills the list from outside fills no more than that. */
const maxOpen = 500

/** Reads what somebody sent. Throws BAD_USER_INPUT with the first answer that cannot be taken. */
export function readAsk(members: Record<string, unknown>): PartnerAsk {
  const answer = (field: keyof PartnerAsk): string => {
    const [least, most, what] = lengths[field]
    const given = members[field]
    const text = typeof given === 'string' ? given.trim() : ''
    if (text.length >= least && text.length <= most && isStorable(text)) return text
    throw badInput(`Say ${what} in ${least} to ${most} characters.`)
  }
  const ask = {
    name: answer('name'),
    organization: answer('organization'),
    email: answer('email'),
    purpose: answer('purpose'),
  }
  if (!/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(ask.email)) throw badInput('That is not an e-mail address.')
  return ask
}

/**
 * Puts a request on the operators’ list. Who asks again while a request waits is not told so, since the answer would say who
 * else has asked. Throws OVERLOADED while the list is full.
 */
export async function askForAccount(em: EntityManager, ask: PartnerAsk, now: Date): Promise<void> {
  if ((await em.count(PartnerRequest, { decision: null })) >= maxOpen)
    throw overloaded('Too many requests wait already. Please ask again in a few days.')
  await em
    .createQueryBuilder(PartnerRequest)
    .insert({ requestId: newId(), ...ask, askedAt: now })
    .onConflict()
    .ignore()
    .execute()
}
