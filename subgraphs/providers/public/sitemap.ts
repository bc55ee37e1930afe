import type { EntityManager } from '@mikro-orm/postgresql'
import { executeBound } from '../../shared/postgres/bound.js'
import { escaped } from './html.js'
import { addressOf } from './public-activity.js'

/** Activities are divided by their place in the search, which never changes: a page of the map has at most so many. */
const placesOfPage = 10_000

/** The map of all maps; each covers a part of the activities. */
export async function sitemapIndex(em: EntityManager, origin: string): Promise<string> {
  const [row] = await executeBound<{ pages: number }>(
    em,
    'select coalesce(max(slot) / $1, -1) + 1 as pages from activity_search',
    [placesOfPage],
  )
  const maps = Array.from({ length: row?.pages ?? 0 }, (_, index) => `${origin}/sitemap-${index + 1}.xml`)
  return mapOf(
    'sitemapindex',
    maps.map((address) => `<sitemap><loc>${escaped(address)}</loc></sitemap>`),
  )
}

/** The pages of the activities of one part that are active, displayed and not over (P09). */
export async function sitemapPage(em: EntityManager, origin: string, page: number, today: string): Promise<string> {
  const rows = await executeBound<{ activityId: string; changedOn: string }>(em, pageSql, [
    (page - 1) * placesOfPage,
    page * placesOfPage,
    today,
  ])
  return mapOf(
    'urlset',
    rows.map(
      ({ activityId, changedOn }) =>
        `<url><loc>${escaped(addressOf(origin, activityId))}</loc><lastmod>${changedOn}</lastmod></url>`,
    ),
  )
}

const pageSql = `
  select activity_id as "activityId", to_char(updated_at at time zone 'UTC', 'YYYY-MM-DD') as "changedOn"
  from activity_search join activity using (activity_id)
  where slot >= $1 and slot < $2 and is_listed and activity_search.ends_on >= $3
  order by slot`

const mapOf = (root: string, lines: readonly string[]) =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<${root} xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${lines.join('\n')}\n</${root}>\n`
