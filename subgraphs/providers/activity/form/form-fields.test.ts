import { freshDatabase } from '../../../../test/setup/postgres.js'
import { migrate } from '../../../shared/postgres/migrate.js'
import { AccreditationType } from '../../organization/provider-organization.js'
import { providersOrm } from '../../start.js'
import { Activity } from '../activity.js'
import { conditionFields } from './conditions.js'
import { formFields } from './form-fields.js'
import { makeForm } from './make-form.js'

test('every field that a provider tells is asked once, and names of others are none', async () => {
  const database = await freshDatabase('providers')
  const orm = await providersOrm(database.url)
  try {
    await migrate(orm)
    const kept = ['activityId', 'provider', 'status', 'source', 'version', 'mipsAttestedBy', 'mipsAttestedAt']
    const audit = ['createdAt', 'createdBy', 'updatedAt', 'updatedBy', 'closedAt', 'closedBy', 'mocRegistrations']
    const told = orm.em
      .getMetadata()
      .get(Activity)
      .props.map(({ name }) => name as string)
    const asked = formFields.map(({ of }) => of as string).filter((name) => name !== 'registrations')
    expect(asked.toSorted()).toEqual(told.filter((name) => ![...kept, ...audit].includes(name)).toSorted())
    await orm.migrator.down({ to: 0 })
    await orm.migrator.up()
  } finally {
    await orm.close()
    await database.drop()
  }
})

test('conditions name fields that exist, and what is needed is asked', () => {
  for (const { askedWhen, neededWhen, neededFor } of formFields) {
    for (const { field, isOneOf } of [...askedWhen, ...neededWhen]) {
      expect(conditionFields).toContain(field)
      expect(isOneOf.length).toBeGreaterThan(0)
    }
    if (neededWhen.length) expect(neededFor).toBeDefined()
  }
})

test.each(Object.values(AccreditationType))(
  'the form of %s providers has options where there is something to choose',
  (type) => {
    for (const { name, kind, options } of makeForm(type).fields)
      if (kind === 'CHOICE' || kind === 'CHOICES') expect([name, options.length > 0]).toEqual([name, true])
  },
)
