import { Arg, Ctx, Int, Mutation, Query, Resolver } from 'type-graphql'
import { centralDay } from '../../reference/central-day.js'
import { conflict, notFound } from '../../shared/errors.js'
import { executeBound } from '../../shared/postgres/bound.js'
import type { ProvidersContext } from '../context.js'
import { readContacts, saveContacts } from './contacts.js'
import { daysBetween, reportingDeadline, reportingYearOn } from './deadline.js'
import { readSummary, saveSummary } from './program-summary.js'
import { isComplete, stepsOf } from './steps.js'
import { ContactFields, OrganizationContact, ProgramSummary, ProgramSummaryFields, YearEnd } from './year-end.js'
import { readYearFacts } from './year-facts.query.js'
import { closeYear, readYear, refuseClosedYear, refuseOddYear } from './year-record.js'

const yearArgument = { description: 'The calendar year that is reported.' }

/** What a provider does once a year (R02). */
@Resolver()
export class YearEndResolver {
  @Query(() => YearEnd, {
    description: 'A reporting year of your provider: what is due, and how far it is (R01 to R03).',
  })
  async yearEnd(
    @Arg('year', () => Int, { nullable: true, description: 'The year; without one, the year that is being completed.' })
    year: number | undefined,
    @Ctx() context: ProvidersContext,
  ): Promise<YearEnd> {
    const { today } = whoAndWhen(context)
    return yearOf(context, year ?? reportingYearOn(today))
  }

  @Query(() => ProgramSummary, { description: 'The program summary of your provider, saved or still blank.' })
  async programSummary(
    @Arg('year', () => Int, yearArgument) year: number,
    @Ctx() context: ProvidersContext,
  ): Promise<ProgramSummary> {
    return readSummary(context.em, context.viewer.ownProviderId(), year)
  }

  @Query(() => [OrganizationContact], {
    description: 'The contacts of your provider, at most 50, the primary one first.',
  })
  async organizationContacts(@Ctx() { em, viewer }: ProvidersContext): Promise<OrganizationContact[]> {
    return readContacts(em, viewer.ownProviderId())
  }

  @Mutation(() => YearEnd, {
    description:
      'Accepts the annual agreement for your provider. Again it changes nothing. CONFLICT once the year is closed (R06).',
  })
  async acceptAgreement(
    @Arg('year', () => Int, yearArgument) year: number,
    @Ctx() context: ProvidersContext,
  ): Promise<YearEnd> {
    return record(context, year, 'annual_agreement', 'accepted')
  }

  @Mutation(() => ProgramSummary, {
    description:
      'Saves the program summary, as a draft or submitted. BAD_USER_INPUT names what is missing; CONFLICT once the year is closed (R06).',
  })
  async saveProgramSummary(
    @Arg('year', () => Int, yearArgument) year: number,
    @Arg('summary', () => ProgramSummaryFields, { description: 'All amounts; what is left out becomes blank.' })
    summary: ProgramSummaryFields,
    @Arg('submit', () => Boolean, { description: 'True to submit it, false to keep it as a draft.' }) submit: boolean,
    @Ctx() context: ProvidersContext,
  ): Promise<ProgramSummary> {
    const { providerId, by, at } = await mayChange(context, year)
    await saveSummary(context.em, { providerId, year }, summary, { by, at, submit })
    return readSummary(context.em, providerId, year)
  }

  @Mutation(() => [OrganizationContact], {
    description:
      'Puts these contacts in the place of those of your provider. BAD_USER_INPUT without exactly one primary contact.',
  })
  async saveOrganizationContacts(
    @Arg('contacts', () => [ContactFields], { description: 'All contacts, at most 50.' }) contacts: ContactFields[],
    @Ctx() { em, viewer }: ProvidersContext,
  ): Promise<OrganizationContact[]> {
    const providerId = viewer.ownProviderId()
    await saveContacts(em, providerId, contacts)
    return readContacts(em, providerId)
  }

  @Mutation(() => YearEnd, {
    description:
      'Confirms that the contacts of your provider are right. CONFLICT without a primary contact, or once the year is closed.',
  })
  async confirmContacts(
    @Arg('year', () => Int, yearArgument) year: number,
    @Ctx() context: ProvidersContext,
  ): Promise<YearEnd> {
    const [facts] = await readYearFacts(context.em, [context.viewer.ownProviderId()], year)
    if (!facts?.hasPrimaryContact) throw conflict('Name a primary contact first.')
    return record(context, year, 'contacts_confirmation', 'confirmed')
  }

  @Mutation(() => YearEnd, {
    description:
      'Closes the year of your provider. CONFLICT while a step is open (R03); then only the operator can reopen it (R06).',
  })
  async closeReportingYear(
    @Arg('year', () => Int, yearArgument) year: number,
    @Ctx() context: ProvidersContext,
  ): Promise<YearEnd> {
    const { providerId, by, at } = await mayChange(context, year)
    const [facts] = await readYearFacts(context.em, [providerId], year)
    if (!facts || !isComplete(facts)) throw conflict('All five steps have to be done before the year can be closed.')
    await closeYear(context.em, providerId, year, by, at)
    return yearOf(context, year)
  }
}

function whoAndWhen({ viewer, now }: ProvidersContext) {
  const at = now()
  return { providerId: viewer.ownProviderId(), by: viewer.signedIn().displayName, at, today: centralDay(at) }
}

async function mayChange(context: ProvidersContext, year: number) {
  const who = whoAndWhen(context)
  refuseOddYear(year, who.today)
  await refuseClosedYear(context.em, who.providerId, year)
  return who
}

/** Writes who has done a step and when; whoever was first stays. */
async function record(context: ProvidersContext, year: number, table: string, done: string): Promise<YearEnd> {
  const { providerId, by, at } = await mayChange(context, year)
  await executeBound(
    context.em,
    `insert into ${table} (provider_id, year, ${done}_at, ${done}_by) values ($1, $2, $3, $4) on conflict do nothing`,
    [providerId, year, at, by],
  )
  return yearOf(context, year)
}

async function yearOf(context: ProvidersContext, year: number): Promise<YearEnd> {
  const { providerId, today } = whoAndWhen(context)
  refuseOddYear(year, today)
  const organization = await context.organizations.load(providerId)
  const [facts] = await readYearFacts(context.em, [providerId], year)
  if (!organization || !facts) throw notFound('There is no such provider.')
  const { on, isEarlier } = reportingDeadline(year, organization.recognizedAccreditor)
  return {
    year,
    deadlineOn: on,
    isEarlier,
    daysLeft: daysBetween(today, on),
    steps: stepsOf(facts),
    isComplete: isComplete(facts),
    ...(await readYear(context.em, providerId, year)),
  }
}
