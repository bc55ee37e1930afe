import { useSyncExternalStore } from 'react'
import { v4 } from 'uuid'

/** A code that was scanned or typed and has not reached CreditGraph yet. It says nothing about the person. */
export interface KeptScan {
  scanId: string
  code: string
  scannedAt: number
  /** Who was signed in; nobody yet where it is missing. */
  accountId?: string
  /** True where all that is offered is to be claimed as soon as it is sent. */
  claims?: boolean
  /** Why it was refused; such a scan is not sent again. */
  refusal?: string
}

const scansKey = 'creditgraph-check-ins'
const deviceKey = 'creditgraph-device'
/** No more are kept; somebody who scans on without a network loses the oldest. */
const maxKept = 20
const listeners = new Set<() => void>()

/** The code in what was scanned, typed or opened: what stands behind the # of an address, else the text itself. */
export const codeIn = (text: string): string => text.slice(text.indexOf('#') + 1).trim()

/** Whether a text can be a code: that of the picture, or the ten characters to type. */
export const looksLikeCode = (text: string): boolean =>
  /^([0-9A-Z]{5}\.[0-9a-z]+\.[\w-]{22}|([0-9A-Za-z][\s-]*){10})$/.test(codeIn(text))

/** How many whole seconds have passed since a scan by the clock of this device, which may have been set back. */
export const secondsSince = (scannedAt: number, now: number): number =>
  Math.max(0, Math.floor((now - scannedAt) / 1_000))

/** The scans that may be sent for an account: its own and nobody’s, unless they were refused. */
export const scansToSend = (scans: readonly KeptScan[], accountId: string): KeptScan[] =>
  scans.filter((scan) => !scan.refusal && (!scan.accountId || scan.accountId === accountId))

/** Reads what a browser has kept; anything else than a list of scans is none. */
export function readScans(text: string | null): readonly KeptScan[] {
  if (!text) return []
  try {
    const kept: unknown = JSON.parse(text)
    return Array.isArray(kept) ? kept.filter(isScan) : []
  } catch (error) {
    if (error instanceof SyntaxError) return []
    throw error
  }
}

const isScan = (value: unknown): value is KeptScan =>
  typeof value === 'object' &&
  value !== null &&
  'scanId' in value &&
  typeof value.scanId === 'string' &&
  'code' in value &&
  typeof value.code === 'string' &&
  'scannedAt' in value &&
  typeof value.scannedAt === 'number'

let cached: { text: string | null; scans: readonly KeptScan[] } = { text: null, scans: [] }

/** What this browser keeps, the oldest first. */
export function keptScans(): readonly KeptScan[] {
  const text = window.localStorage.getItem(scansKey)
  if (text !== cached.text) cached = { text, scans: readScans(text) }
  return cached.scans
}

function write(scans: readonly KeptScan[]) {
  if (scans.length) window.localStorage.setItem(scansKey, JSON.stringify(scans.slice(-maxKept)))
  else window.localStorage.removeItem(scansKey)
  for (const listener of listeners) listener()
}

/** Keeps a code with the time, before anything is sent. The same code again is the same scan. */
export function keepScan(text: string, accountId: string | undefined): void {
  const code = codeIn(text)
  const scans = keptScans()
  if (scans.some((scan) => scan.code === code && !scan.refusal)) return
  const others = scans.filter((scan) => scan.code !== code)
  write([...others, { scanId: v4(), code, scannedAt: Date.now(), accountId }])
}

/** Notes something about a scan that is kept. */
export function changeScan(scanId: string, change: Partial<KeptScan>): void {
  write(keptScans().map((scan) => (scan.scanId === scanId ? { ...scan, ...change } : scan)))
}

/** Forgets a scan that was sent, or that its owner has read about. */
export function dropScan(scanId: string): void {
  write(keptScans().filter((scan) => scan.scanId !== scanId))
}

/** The id of this browser, made up once. */
export function deviceId(): string {
  const known = window.localStorage.getItem(deviceKey)
  if (known) return known
  const made = v4()
  window.localStorage.setItem(deviceKey, made)
  return made
}

function subscribe(listener: () => void) {
  listeners.add(listener)
  window.addEventListener('storage', listener)
  return () => {
    listeners.delete(listener)
    window.removeEventListener('storage', listener)
  }
}

/** What this browser keeps, as it changes here or in another tab. */
export const useKeptScans = () => useSyncExternalStore(subscribe, keptScans)
