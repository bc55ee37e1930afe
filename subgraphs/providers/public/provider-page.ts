import type { EntityManager } from '@mikro-orm/postgresql'
import { codeOf } from '../../shared/errors.js'
import { executeBound } from '../../shared/postgres/bound.js'
import { reportsCredit } from '../credit/reports-credit.js'
import { ProviderOrganization } from '../organization/provider-organization.js'
import { type Html, html } from './html.js'
import { pageFrame } from './page-frame.js'
import { dayWords, spanWords } from './words.js'

const shownActivities = 50

/** What everybody may know of a provider. */
export interface PublicProvider {
  name: string
  accreditation: string
  /** Undefined while it is being counted. */
  mayUseMark: boolean | undefined
  lastRecordedOn: string | null
  activities: { activityId: string; title: string; startsOn: string; endsOn: string }[]
  today: string
}

const accreditations = {
  ACCME: 'Accredited by the ACCME',
  STATE: 'Accredited by a recognized state medical society',
  JOINT: 'Jointly accredited for the whole healthcare team',
} as const

/** The public side of a provider, or null where there is none. */
export async function findPublicProvider(
  em: EntityManager,
  providerId: string,
  today: string,
): Promise<PublicProvider | null> {
  const organization = await em.findOne(ProviderOrganization, { providerId })
  if (!organization) return null
  const { name, accreditationType, recognizedAccreditor } = organization
  const reporting = await reportsCredit(em, providerId, today).catch((error: unknown) => {
    if (codeOf(error) !== 'OVERLOADED') throw error
    return undefined
  })
  return {
    name,
    accreditation: recognizedAccreditor
      ? `Accredited by the ${recognizedAccreditor}`
      : accreditations[accreditationType],
    mayUseMark: reporting?.reportsLearnerCredit,
    lastRecordedOn: reporting?.lastRecordedOn ?? null,
    activities: await executeBound(
      em,
      `select activity_id as "activityId", title, starts_on::text as "startsOn", ends_on::text as "endsOn" from activity
       where provider_id = $1 and display_in_passport and status = 'ACTIVE' and ends_on >= $2::date
       order by starts_on, activity_id limit $3`,
      [providerId, today, shownActivities],
    ),
    today,
  }
}

/** The page to which the provider mark leads: what it claims is true or false today, and everybody can read it. */
export function providerPage(provider: PublicProvider): string {
  const { name, accreditation, activities } = provider
  return pageFrame({
    title: name,
    head: html`<meta name="description" content="${name} in CreditGraph: whether it may use the provider mark, and its activities.">`,
    main: html`<article>
<p class="activity-provider">Accredited provider</p>
<h1>${name}</h1>
<p class="activity-lead">${accreditation}</p>
${verdictOf(provider)}
<section class="panel" aria-labelledby="activities">
<h2 id="activities">Activities that physicians can take now</h2>
${activities.length ? html`<ul>${activities.map(lineOf)}</ul>` : html`<p>None is displayed at the moment.</p>`}
${activities.length === shownActivities && html`<p><a href="/passport/find">Find all of them</a></p>`}
</section>
</article>`,
  })
}

function verdictOf({ name, mayUseMark, lastRecordedOn, today }: PublicProvider): Html {
  if (mayUseMark === undefined) {
    return html`<p class="activity-notice">Whether ${name} may use the provider mark is being counted. Look again in a minute.</p>`
  }
  const last = lastRecordedOn
    ? html`Its last accepted record of learner credit is of ${dayWords(lastRecordedOn)}.`
    : html`It has no accepted record of learner credit.`
  return html`<section class="panel" aria-labelledby="mark">
<h2 id="mark">${mayUseMark ? 'The mark is true' : 'The mark is not true'}</h2>
<p><strong>${name} ${mayUseMark ? 'may use the provider mark today' : 'may not use the provider mark today'}</strong>, ${dayWords(today)}.</p>
<p>${last} The mark is for providers with an accepted record of the last 12 months.</p>
</section>`
}

const lineOf = ({ activityId, title, startsOn, endsOn }: PublicProvider['activities'][number]) =>
  html`<li><a href="/activity/${activityId}">${title}</a> <span class="soft">${spanWords(startsOn, endsOn)}</span></li>\n`
