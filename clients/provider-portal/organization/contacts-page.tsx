import { Plus, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { Link, useSearchParams } from 'react-router'
import { graphql } from '../../graphql'
import type { ContactRole, OrganizationContactInput } from '../../graphql/graphql'
import { useAction } from '../../shared/graph/use-action'
import { useRouteQuery } from '../../shared/graph/use-route-query'
import { Button } from '../../shared/ui/button'
import { Card } from '../../shared/ui/card'
import { TextLine } from '../../shared/ui/field'
import { Page } from '../../shared/ui/page'
import { ProblemNotice } from '../../shared/ui/problem-notice'
import { SelectField } from '../../shared/ui/select-field'
import { toast } from '../../shared/ui/toast'
import { paths } from '../paths'
import '../year-end/year-end.css'

const ContactsQuery = graphql(`
  query OrganizationContacts {
    organizationContacts {
      contactId
      name
      email
      role
    }
  }
`)

const SaveMutation = graphql(`
  mutation SaveOrganizationContacts($contacts: [OrganizationContactInput!]!) {
    saveOrganizationContacts(contacts: $contacts) {
      contactId
      name
      email
      role
    }
  }
`)

const ConfirmMutation = graphql(`
  mutation ConfirmContacts($year: Int!) {
    confirmContacts(year: $year) {
      ...YearEndParts
    }
  }
`)

const roles: readonly { id: ContactRole; label: string }[] = [
  { id: 'PRIMARY_CONTACT', label: 'Primary contact' },
  { id: 'CEO', label: 'Chief executive officer' },
  { id: 'BILLING_CONTACT', label: 'Billing contact' },
  { id: 'OTHER', label: 'Other' },
]

type Line = OrganizationContactInput & { key: string }
let lines = 0
const keyed = (contact: OrganizationContactInput): Line => ({ ...contact, key: `line-${++lines}` })
const blank = (): Line => keyed({ name: '', email: '', role: 'OTHER' })

/** The people of the organization, saved and then confirmed for the year. */
export function ContactsPage() {
  const [search] = useSearchParams()
  const year = Number(search.get('year')) || new Date().getFullYear() - 1
  const { organizationContacts } = useRouteQuery(ContactsQuery)
  const [contacts, setContacts] = useState<Line[]>(() =>
    organizationContacts.length
      ? organizationContacts.map(({ name, email, role }) => keyed({ name, email, role }))
      : [keyed({ name: '', email: '', role: 'PRIMARY_CONTACT' })],
  )
  const save = useAction(SaveMutation)
  const confirm = useAction(ConfirmMutation)
  const change = (key: string, changes: Partial<OrganizationContactInput>) =>
    setContacts((now) => now.map((contact) => (contact.key === key ? { ...contact, ...changes } : contact)))
  const saveAll = () => save.run({ contacts: contacts.map(({ name, email, role }) => ({ name, email, role })) })
  const saveAndConfirm = async () => {
    if (!(await saveAll())) return
    if (await confirm.run({ year })) toast(`Your contacts are confirmed for ${year}.`)
  }
  return (
    <Page
      title="Contacts"
      lead="The people to whom we and your accreditor write. One of them is the primary contact."
      above={<Link to={paths.yearEnd(year)}>Year end {year}</Link>}
    >
      <ProblemNotice problem={save.problem ?? confirm.problem} />
      <Card title="People">
        <div className="stack">
          {contacts.map(({ key, name, email, role }, index) => (
            <fieldset key={key} className="contact-line">
              <legend className="visually-hidden">Contact {index + 1}</legend>
              <TextLine label="Name" value={name} onChange={(value) => change(key, { name: value })} maxLength={200} />
              <TextLine
                label="E-mail"
                value={email}
                onChange={(value) => change(key, { email: value })}
                maxLength={254}
              />
              <SelectField
                label="Role"
                options={roles}
                value={role}
                onChange={(value) => change(key, { role: value })}
              />
              <div>
                <Button
                  kind="secondary"
                  size="s"
                  aria-label={`Remove ${name || `contact ${index + 1}`}`}
                  isDisabled={contacts.length === 1}
                  onPress={() => setContacts((now) => now.filter((contact) => contact.key !== key))}
                >
                  <Trash2 size={16} aria-hidden="true" /> Remove
                </Button>
              </div>
            </fieldset>
          ))}
          <div className="row">
            <Button kind="secondary" onPress={() => setContacts((now) => [...now, blank()])}>
              <Plus size={16} aria-hidden="true" /> Add somebody
            </Button>
          </div>
          <div className="row">
            <Button onPress={saveAndConfirm} isPending={save.pending || confirm.pending}>
              Save and confirm for {year}
            </Button>
            <Button
              kind="secondary"
              isPending={save.pending}
              onPress={async () => {
                if (await saveAll()) toast('The contacts are saved.')
              }}
            >
              Save only
            </Button>
          </div>
        </div>
      </Card>
    </Page>
  )
}
