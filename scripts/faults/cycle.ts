import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { ApiClient } from '../bench/api-client.js'
import { type Counts, compareCounts, countsOf } from '../bench/path/compare.js'
import type { MadeRow } from '../bench/path/row-maker.js'
import { untilDone } from '../bench/path/send-file.js'
import { writeLearnerFile } from '../bench/path/write-file.js'
import type { BenchPlatform } from '../bench/platform.js'
import { checks } from '../reconcile/checks.js'
import { reconcile } from '../reconcile/report.js'
import type { Random } from '../seed/random/random.js'
import { brokenInvariants, countEntries } from './invariants.js'
import type { Killer } from './killer.js'
import { patiently } from './patient.js'

export interface CycleTools {
  platform: BenchPlatform
  ada: ApiClient
  killer: Killer
  random: Random
}

/** What happened in one cycle. */
export interface CycleReport {
  /** What was killed, and when. */
  kills: string[]
  seconds: number
  violations: string[]
}

/** The longest wait from the announcement of a file until something is killed: rows are recorded within it. */
const latestKillMs = 2_500

/**
 * Sends a file and kills parts at random moments from its announcement on; waits until it is done, sends the same rows once more,
 * and checks what must hold. What was answered must be there, and what was not is sent again.
 */
export async function runCycle(rows: readonly MadeRow[], tools: CycleTools): Promise<CycleReport> {
  const { platform } = tools
  const { credits } = platform.databases
  const started = performance.now()
  const bytes = await fileOf(rows, platform.folder)
  const [counts, kills] = await Promise.all([sendUntilDone(bytes, tools), killAtRandom(tools)])

  const entries = await patiently(() => countEntries(credits), platform.signal)
  await sendUntilDone(await fileOf(rows, platform.folder), tools)
  const added = (await patiently(() => countEntries(credits), platform.signal)) - entries

  const differences: string[] = []
  await patiently(() => reconcile(checks, platform.databases, (line) => keepBad(line, differences)), platform.signal)
  return {
    kills,
    seconds: (performance.now() - started) / 1000,
    violations: [
      ...compareCounts(countsOf(rows), counts),
      ...(added ? [`I-8 the same rows once more have added ${added} entries.`] : []),
      ...(await brokenInvariants(credits)),
      ...differences.map((line) => `I-4 ${line}`),
    ],
  }
}

function keepBad(line: string, differences: string[]): void {
  if (line.startsWith('✗')) differences.push(line)
}

/** The rows as a workbook that was saved a moment ago, so that its bytes are not those of an earlier one. */
async function fileOf(rows: readonly MadeRow[], folder: string): Promise<Buffer> {
  const file = join(folder, 'learners.xlsx')
  await writeLearnerFile(
    file,
    rows.map(({ cells }) => cells),
  )
  return readFile(file)
}

/** One or two kills at random moments. */
async function killAtRandom({ killer, random, platform }: CycleTools): Promise<string[]> {
  const moments = Array.from({ length: random.between(1, 2) }, () => random.below(latestKillMs)).sort((a, b) => a - b)
  const kills: string[] = []
  let waited = 0
  for (const moment of moments) {
    await sleep(moment - waited, undefined, { signal: platform.signal })
    waited = moment
    kills.push(`${await killer.kill()} after ${moment} ms`)
  }
  return kills
}

/** Sends a file and waits until every row has its outcome. */
async function sendUntilDone(bytes: Buffer, tools: CycleTools): Promise<Counts> {
  const { ada, platform } = tools
  const batchId = await sendUntilTaken(bytes, tools)
  return patiently(() => untilDone(ada, batchId, platform.signal), platform.signal)
}

/** Announces a file and sends its bytes until they are acknowledged; what was not answered may be there or not (I-6). */
const sendUntilTaken = (bytes: Buffer, { ada, platform }: CycleTools): Promise<string> =>
  patiently(async () => {
    const { createUpload } = await ada.ask<{ createUpload: { batch: { batchId: string }; address: string } }>(
      'mutation ($input: UploadInput!) { createUpload(input: $input) { batch { batchId } address } }',
      { input: { fileName: 'faults.xlsx', learnerPermission: true } },
    )
    const { answer } = await ada.put(createUpload.address, bytes)
    const taken = answer as { batchId?: string; duplicateOf?: string | null }
    const batchId = taken.duplicateOf ?? taken.batchId
    if (!batchId) throw new Error('The file was not taken.')
    return batchId
  }, platform.signal)
