import type { IncomingMessage, ServerResponse } from 'node:http'
import { centralDay } from '../../reference/central-day.js'
import { notFound } from '../../shared/errors.js'
import type { ProvidersContext } from '../context.js'
import { activityPage, missingPage } from './activity-page.js'
import { calendarFile } from './calendar-file.js'
import { findPublicProvider, providerPage } from './provider-page.js'
import { findPublicActivity } from './public-activity.js'
import { sitemapIndex, sitemapPage } from './sitemap.js'

interface Exchange {
  context: Pick<ProvidersContext, 'em' | 'now'>
  response: ServerResponse
  /** How the world reaches us. */
  origin: string
  /** What the parentheses of the path caught. */
  part: string
}

const html = 'text/html; charset=utf-8'
const xml = 'application/xml; charset=utf-8'

const routes: readonly (readonly [path: RegExp, answer: (exchange: Exchange) => Promise<void>])[] = [
  [/^\/activity\/(\d{9})$/, getPage],
  [/^\/activity\/(\d{9})\.ics$/, getCalendar],
  [/^\/activity\/(.*)$/, getMissing],
  [/^\/provider-page\/(\d{7})$/, getProvider],
  [/^\/(robots)\.txt$/, getRobots],
  [/^\/(sitemap)\.xml$/, getSitemapIndex],
  [/^\/sitemap-(\d{1,5})\.xml$/, getSitemap],
]

/** Answers the addresses that everybody may open; false where there is none. */
export async function routePublic(
  context: Exchange['context'],
  request: IncomingMessage,
  response: ServerResponse,
): Promise<boolean> {
  const { pathname } = new URL(request.url ?? '/', 'http://localhost')
  const origin = String(request.headers['x-creditgraph-origin'] ?? '')
  for (const [path, answer] of routes) {
    const part = request.method === 'GET' ? path.exec(pathname)?.[1] : undefined
    if (part === undefined) continue
    await answer({ context, response, origin, part })
    return true
  }
  return false
}

async function getPage(exchange: Exchange): Promise<void> {
  const shown = await find(exchange)
  if (shown) send(exchange.response, 200, html, activityPage(shown))
  else await getMissing(exchange)
}

async function getMissing({ response }: Exchange): Promise<void> {
  send(response, 404, html, missingPage())
}

async function getCalendar(exchange: Exchange): Promise<void> {
  const shown = await find(exchange)
  if (!shown) throw notFound('No activity is displayed at this address.')
  exchange.response.setHeader('content-disposition', `attachment; filename="activity-${exchange.part}.ics"`)
  send(exchange.response, 200, 'text/calendar; charset=utf-8', calendarFile(shown))
}

async function getProvider({ context: { em, now }, response, part }: Exchange): Promise<void> {
  const provider = await findPublicProvider(em, part, centralDay(now()))
  if (!provider) throw notFound('There is no such provider.')
  send(response, 200, html, providerPage(provider))
}

/** Search engines find the activities; the apps behind a sign-in hold nothing for them. */
async function getRobots({ response, origin }: Exchange): Promise<void> {
  const lines = [
    'User-agent: *',
    'Disallow: /provider/',
    'Disallow: /board/',
    'Disallow: /operator/',
    'Disallow: /verify/',
  ]
  send(response, 200, 'text/plain; charset=utf-8', `${lines.join('\n')}\n\nSitemap: ${origin}/sitemap.xml\n`)
}

async function getSitemapIndex({ context, response, origin }: Exchange): Promise<void> {
  send(response, 200, xml, await sitemapIndex(context.em, origin))
}

async function getSitemap({ context, response, origin, part }: Exchange): Promise<void> {
  send(response, 200, xml, await sitemapPage(context.em, origin, Number(part), centralDay(context.now())))
}

const find = ({ context: { em, now }, origin, part }: Exchange) =>
  findPublicActivity(em, part, origin, centralDay(now()))

function send(response: ServerResponse, status: number, type: string, body: string): void {
  response.statusCode = status
  response.setHeader('content-type', type)
  response.setHeader('cache-control', 'no-cache')
  response.setHeader('x-content-type-options', 'nosniff')
  response.end(body)
}
