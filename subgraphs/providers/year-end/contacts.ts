import type { EntityManager } from '@mikro-orm/postgresql'
import { v7 } from 'uuid'
import { badInput } from '../../shared/errors.js'
import { executeBound } from '../../shared/postgres/bound.js'
import { type ContactFields, ContactRole, type OrganizationContact } from './year-end.js'

const maxContacts = 50
const email = /^[^\s@]{1,64}@[^\s@]{1,185}\.[^\s@.]{2,63}$/

/** The contacts of an organization, the primary one first. */
export const readContacts = (em: EntityManager, providerId: string): Promise<OrganizationContact[]> =>
  executeBound<OrganizationContact>(
    em,
    `select contact_id as "contactId", name, email, role from organization_contact where provider_id = $1
     order by array_position(array['PRIMARY_CONTACT', 'CEO', 'BILLING_CONTACT', 'OTHER'], role), lower(name)`,
    [providerId],
  )

/** Puts these contacts in the place of those that were there. Throws BAD_USER_INPUT without exactly one primary contact. */
export async function saveContacts(
  em: EntityManager,
  providerId: string,
  contacts: readonly ContactFields[],
): Promise<void> {
  const tidy = contacts.map(({ name, email, role }) => ({
    contactId: v7(),
    name: name.trim(),
    email: email.trim(),
    role,
  }))
  const problem = problemOf(tidy)
  if (problem) throw badInput(problem)
  await em.transactional(async (transaction) => {
    await executeBound(transaction, 'delete from organization_contact where provider_id = $1', [providerId])
    await executeBound(
      transaction,
      `insert into organization_contact (contact_id, provider_id, name, email, role)
       select "contactId", $2, name, email, role
       from jsonb_to_recordset($1::jsonb) as given ("contactId" uuid, name text, email text, role text)`,
      [JSON.stringify(tidy), providerId],
    )
  })
}

/** What is wrong with a list of contacts, in a sentence. */
export function problemOf(contacts: readonly ContactFields[]): string | undefined {
  if (contacts.length > maxContacts) return `Name at most ${maxContacts} contacts.`
  const nameless = contacts.find(({ name }) => name.length < 1 || name.length > 200)
  if (nameless) return 'Give every contact a name of 1 to 200 characters.'
  const unreachable = contacts.find((contact) => !email.test(contact.email))
  if (unreachable) return `“${unreachable.email.slice(0, 80)}” is not an e-mail address.`
  const primary = contacts.filter(({ role }) => role === ContactRole.PRIMARY_CONTACT)
  if (primary.length !== 1) return 'Name exactly one primary contact.'
  return undefined
}
