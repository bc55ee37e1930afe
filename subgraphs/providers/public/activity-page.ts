import { ActivityStatus, ParticipationFee } from '../../reference/activity.js'
import { type Fact, factsOf } from './activity-facts.js'
import { embedded, type Html, html } from './html.js'
import { pageFrame } from './page-frame.js'
import type { PublicActivity } from './public-activity.js'
import { structuredData } from './structured-data.js'
import { creditWords, dayWords, shortened, spanWords } from './words.js'

/** The public page of one activity: everything a physician needs, without an account and without a script. */
export function activityPage(shown: PublicActivity): string {
  const { activity, address, registerAt, hasEnded } = shown
  return pageFrame({
    title: activity.title,
    head: headOf(shown),
    main: html`<article>
<p class="activity-provider">${activity.provider.name}</p>
<h1>${activity.title}</h1>
<p class="activity-lead">${leadOf(shown).join(' · ')}</p>
${noticeOf(shown)}
<p class="row activity-actions">
${registerAt && !hasEnded && html`<a class="button" href="${registerAt.href}" rel="noopener">Register at ${registerAt.host}</a>`}
${!hasEnded && html`<a class="button" data-kind="secondary" href="/activity/${activity.activityId}.ics">Add to calendar</a>`}
<button class="button" data-kind="secondary" type="button" data-share="${address}" hidden>Share</button>
<span class="soft" data-shared role="status"></span>
</p>
<section class="panel" aria-labelledby="about">
<h2 id="about">About this activity</h2>
${paragraphs(activity.description ?? '')}
</section>
<section class="panel" aria-labelledby="facts">
<h2 id="facts">Details</h2>
<dl class="facts">
<dt>Accredited provider</dt><dd><a href="/provider-page/${activity.provider.providerId}">${activity.provider.name}</a></dd>
${registerAt && html`<dt>Activity link</dt><dd><a href="${registerAt.href}" rel="noopener">${registerAt.href}</a></dd>`}
${factsOf(shown).map(lineOf)}
</dl>
</section>
<p class="soft">Link to this page: <a href="${address}">${address}</a></p>
</article>`,
  })
}

/** What is shown where there is no activity to show. */
export const missingPage = (): string =>
  pageFrame({
    title: 'Activity not found',
    head: html`<meta name="robots" content="noindex">`,
    main: html`<h1>Activity not found</h1>
<p>No activity is displayed at this address. It may have been taken back, or the link is mistyped.</p>
<p><a class="button" href="/passport/find">Find activities</a></p>`,
  })

function headOf(shown: PublicActivity): Html {
  const { activity, address, hasEnded } = shown
  const summary = shortened(`${leadOf(shown).join(' · ')}. ${activity.description ?? ''}`, 200)
  return html`<meta name="description" content="${summary}">
<link rel="canonical" href="${address}">
${hasEnded && html`<meta name="robots" content="noindex">`}
<meta property="og:type" content="website">
<meta property="og:site_name" content="CreditGraph">
<meta property="og:title" content="${activity.title}">
<meta property="og:description" content="${summary}">
<meta property="og:url" content="${address}">
<script type="application/ld+json">${embedded(structuredData(shown))}</script>`
}

const leadOf = ({ activity }: PublicActivity) => [
  ...(activity.creditQuarters ? [creditWords(activity.creditQuarters)] : []),
  spanWords(activity.startsOn, activity.endsOn),
  ...(activity.fee === ParticipationFee.NO_FREE ? ['Free'] : []),
]

function noticeOf({ activity, hasEnded }: PublicActivity): Html | undefined {
  if (hasEnded) return html`<p class="activity-notice">This activity ended on ${dayWords(activity.endsOn)}.</p>`
  if (activity.status === ActivityStatus.CLOSED) return html`<p class="activity-notice">This activity is closed.</p>`
  return undefined
}

const paragraphs = (text: string) =>
  text
    .split(/\n+/)
    .filter((line) => line.trim() !== '')
    .map((line) => html`<p>${line}</p>\n`)

const lineOf = ([label, values]: Fact): Html =>
  html`<dt>${label}</dt>${values.map((value) => html`<dd>${value}</dd>`)}\n`
