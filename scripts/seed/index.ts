import { SetupProblem } from '../../subgraphs/shared/postgres/setup-problem.js'
import { loadPart, type Say } from './load/load-part.js'
import { type Contents, readContents, type SeedMark } from './load/marker.js'
import { type PartSeed, partSeeds, type SeededPart } from './load/part-seed.js'
import { inSession } from './load/session.js'
import { refuseCompany, startOver } from './load/start-over.js'
import { type Scale, sandboxScale, scales } from './scale.js'
import { makeWorld } from './world.js'

/** Another number than that of the demonstration: other people, other activities. */
const sandboxSeed = 7_001

/** Where the databases are, and to whom it is told how far the seed is. */
export interface SeedPlace {
  urls: Readonly<Record<SeededPart, string>>
  /** The day to which all days are relative. */
  today: string
  log: Say
}

export interface SeedRequest extends SeedPlace {
  scale: Scale
  seed: number
  /** True to take out what is there first. */
  replace?: boolean
}

type Found = { part: PartSeed; url: string; contents: Contents }

/** Seeds the demo where nothing is yet, finishes a seed that was interrupted, and leaves everything else alone. */
export async function seedIfEmpty(place: SeedPlace): Promise<void> {
  const found = await lookInto(place.urls)
  const mark = markOf(found)
  if (!mark && found.some(({ contents }) => contents === 'OTHER')) return
  await loadEmpty(place.log, found, mark ?? { ...scales.s, seed: 1, today: place.today })
}

/** Seeds the sandbox where nothing is yet; the gateway keeps nothing of it. */
export async function seedSandboxIfEmpty({
  urls,
  today,
  log,
}: Omit<SeedPlace, 'urls'> & { urls: Readonly<Record<Exclude<SeededPart, 'gateway'>, string>> }): Promise<void> {
  const found = await lookInto(urls)
  const mark = markOf(found)
  if (!mark && found.some(({ contents }) => contents === 'OTHER')) return
  await loadEmpty(log, found, mark ?? { ...sandboxScale, seed: sandboxSeed, today })
}

/** Seeds a scale under a seed number. Throws a SetupProblem when there are data and they are not to be replaced. */
export async function seed({ scale, seed: number, replace = false, ...place }: SeedRequest): Promise<void> {
  const urls = Object.values(place.urls)
  for (const url of urls) await inSession(url, refuseCompany)
  if (replace) for (const url of urls) await inSession(url, startOver)
  const found = await lookInto(place.urls)
  if (found.some(({ contents }) => contents !== 'EMPTY'))
    throw new SetupProblem('There are data already. Add --replace to take them out and seed anew.')
  await loadEmpty(place.log, found, { ...scale, seed: number, today: place.today })
}

/** Migrates each database forward and looks what is in it. */
async function lookInto(urls: Partial<SeedPlace['urls']>): Promise<Found[]> {
  const found: Found[] = []
  for (const part of partSeeds) {
    const url = urls[part.part]
    if (url === undefined) continue
    const orm = await part.orm(url)
    await orm.migrator.up().finally(() => orm.close())
    found.push({ part, url, contents: await inSession(url, (client) => readContents(client, part.markTable)) })
  }
  return found
}

/** A seed that was interrupted left its mark on the databases that were complete. */
function markOf(found: readonly Found[]): SeedMark | undefined {
  const marks = found.flatMap(({ contents }) => (typeof contents === 'object' ? [contents] : []))
  if (new Set(marks.map((mark) => JSON.stringify(mark))).size > 1)
    throw new SetupProblem('The databases were seeded differently. Run `npm run seed -- --replace` to seed them anew.')
  return marks[0]
}

async function loadEmpty(log: Say, found: readonly Found[], mark: SeedMark): Promise<void> {
  const stranger = found.find(({ contents }) => contents === 'OTHER')
  if (stranger) {
    throw new SetupProblem(
      `The seed was interrupted, and the ${stranger.part.part} database has been written to by somebody else since. ` +
        'Run `npm run seed -- --replace` to take everything out and seed anew.',
    )
  }
  const empty = found.filter(({ contents }) => contents === 'EMPTY')
  if (!empty.length) return
  const world = makeWorld(mark)
  for (const { part, url } of empty) await inSession(url, (client) => loadPart(client, part, world, mark, log))
}
