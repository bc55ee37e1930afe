import { join } from 'node:path'
import { SetupProblem } from '../setup-problem.js'
import { type Binaries, copyBinaries, readyBinaries } from './binaries.js'
import { handOver, moveTo, placeFor, recordedPlace } from './place.js'
import {
  areWeAcceptable,
  asAccount,
  asOurselves,
  inNamespaceOf,
  type RunAs,
  tryVersion,
  unprivilegedAccount,
} from './run-as.js'

/** Where a server's programs and data lie, and as whom it runs. */
export interface Site {
  runAs: RunAs
  binaries: Binaries
  /** The data directory. */
  cluster: string
  /** As the program prints it: `postgres (PostgreSQL) 18.4`. */
  version: string
  /** One sentence, when something is not where one would look for it. */
  note?: string
}

/** What a strategy works with. */
export interface SiteRequest {
  folder: string
  installed: Binaries
  /** Where the data of a server moves that has to run as another account. */
  elsewhere: string
}

/** One way to run Postgres here: a site, or why it does not work. */
export type Strategy = (request: SiteRequest) => Promise<Site | { failure: string }>

/** As ourselves, inside our own folder. */
export const ourselves: Strategy = async (request) =>
  areWeAcceptable() ? inOurFolder(request, asOurselves) : { failure: 'Postgres does not run as this user.' }

/** Still inside our own folder, in a user namespace where we are not root. */
export const userNamespace: Strategy = async (request) => {
  const account = unprivilegedAccount()
  return account ? inOurFolder(request, inNamespaceOf(account)) : { failure: 'There is no account but root.' }
}

/** As an unprivileged account of the machine, in a folder that only that account may enter. */
export const otherAccount: Strategy = async ({ folder, installed, elsewhere }) => {
  const account = process.getuid?.() === 0 ? unprivilegedAccount() : undefined
  if (!account) return { failure: 'Only root can start a server as another account, and needs one to start it as.' }
  const place = await placeFor(folder, elsewhere)
  const native = join(place, 'native')
  const binaries = await readyBinaries(await copyBinaries(installed, native), native)
  await handOver(place, account)
  const site = await probe(asAccount(account), binaries, join(place, 'cluster'))
  if ('failure' in site) return site
  await moveTo(place, folder)
  await handOver(place, account)
  return { ...site, note: `Postgres refuses root, so it runs as ${account.name} with its data in ${place}.` }
}

/** All strategies, the one that changes least first. */
export const STRATEGIES: readonly Strategy[] = [ourselves, userNamespace, otherAccount]

/** The first strategy that works; data that has moved to another account stays with it. */
export async function findSite(request: SiteRequest, strategies: readonly Strategy[]): Promise<Site> {
  const failures: string[] = []
  for (const strategy of (await recordedPlace(request.folder)) === undefined ? strategies : [otherAccount]) {
    const site = await strategy(request)
    if (!('failure' in site)) return site
    failures.push(site.failure)
  }
  throw new SetupProblem(
    'The built-in Postgres cannot be started by this user. Start CreditGraph as a user who is not root, ' +
      `or set DATABASE_URL to a Postgres 18 server of yours. (${failures.join(' ')})`,
  )
}

async function inOurFolder({ folder, installed }: SiteRequest, runAs: RunAs): Promise<Site | { failure: string }> {
  return probe(runAs, await readyBinaries(installed, join(folder, 'native')), join(folder, 'cluster'))
}

async function probe(runAs: RunAs, binaries: Binaries, cluster: string): Promise<Site | { failure: string }> {
  const { version, failure } = tryVersion(runAs, binaries.postgres)
  return version === undefined ? { failure } : { runAs, binaries, cluster, version }
}
