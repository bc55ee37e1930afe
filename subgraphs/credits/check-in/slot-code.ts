import { createHmac, timingSafeEqual } from 'node:crypto'

/** How long one code stands on the screen. */
export const slotSeconds = 15
/** How long after its slot a code is still taken: for the camera, the network, and somebody who types. */
export const graceSeconds = 30
/** How far what a phone says of its own waiting may be off. */
export const lateSkewSeconds = 60
/** For how many hours after the scan a claim may be sent that was made without a network. */
export const syncHours = 72

/** Digits and letters without I, L, O and U, of which a room and a short code consist. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const lookAlikes: Readonly<Record<string, string>> = { O: '0', I: '1', L: '1' }
/** Characters of a room, and of what changes in a short code. */
export const roomLength = 5
const macBytes = 16

/** What codes of one check-in are made with. */
export interface CodeKey {
  /** Five characters that name the check-in; no secret. */
  room: string
  secret: string
}

/** A code as somebody has scanned or typed it; nothing of it is proved yet. */
export type ReadCode =
  | { kind: 'SCANNED'; room: string; slot: number; mac: string }
  | { kind: 'TYPED'; room: string; mac: string }

/** Writes bytes as characters that nobody mistakes, five bits of each byte. */
export const lettersOf = (bytes: Uint8Array): string =>
  [...bytes].map((byte) => alphabet.charAt(byte % alphabet.length)).join('')

/** The number of the slot in which an instant lies, counted from 1970. */
export const slotAt = (instant: Date): number => Math.floor(instant.getTime() / (slotSeconds * 1_000))

/** When a slot begins. */
export const slotStart = (slot: number): Date => new Date(slot * slotSeconds * 1_000)

/** The code in the picture: room, slot, and a keyed hash of both. */
export function scannedCode(key: CodeKey, slot: number): string {
  const mac = macOf(key, slot, 'SCANNED').subarray(0, macBytes).toString('base64url')
  return `${key.room}.${slot.toString(36)}.${mac}`
}

/** The code to type, such as `K7QF2-9D3MX`: the room, and what changes with the slot. */
export const typedCode = (key: CodeKey, slot: number): string => `${key.room}-${shortMac(key, slot)}`

/** Reads a code however it was typed; null when it cannot be one. */
export function readCode(text: string): ReadCode | null {
  const scanned = /^([0-9A-Z]{5})\.([0-9a-z]{1,8})\.([\w-]{22})$/.exec(text.trim())
  if (scanned) {
    const [, room = '', slot = '', mac = ''] = scanned
    return { kind: 'SCANNED', room, slot: Number.parseInt(slot, 36), mac }
  }
  const letters = text
    .slice(0, 40)
    .toUpperCase()
    .replace(/[\s\p{Dash}]/gu, '')
    .replace(/[OIL]/g, (letter) => lookAlikes[letter] ?? letter)
  if (letters.length !== 2 * roomLength || [...letters].some((letter) => !alphabet.includes(letter))) return null
  return { kind: 'TYPED', room: letters.slice(0, roomLength), mac: letters.slice(roomLength) }
}

/** What a code is worth: the slot it was made for and whether it came in time, or why it is worth nothing. */
export type CodeVerdict = { kind: 'ON_TIME' | 'LATE'; slot: number } | { kind: 'WRONG' | 'RUN_OUT' | 'TOO_LATE' }

/**
 * Judges a code of a check-in that reaches us `now`, as seen `secondsAgo` by the clock of the device. A code is on time in
 * its slot and a little longer; later it counts for as long as claims may be sent, where it fits what the device says.
 */
export function judgeCode(
  code: ReadCode,
  key: CodeKey,
  { now, secondsAgo, opensAt, closesAt }: { now: Date; secondsAgo: number; opensAt: Date; closesAt: Date },
): CodeVerdict {
  const seenAt = new Date(now.getTime() - secondsAgo * 1_000)
  const near = slotsNear(now, graceSeconds, 0)
  const skewSeconds = Math.min(lateSkewSeconds, secondsAgo)
  const slots = [...new Set([...near, ...slotsNear(seenAt, graceSeconds + skewSeconds, skewSeconds)])]
  const slot = code.kind === 'SCANNED' ? proved(code, key) : slots.find((each) => isShort(code, key, each))
  if (slot === undefined) return { kind: 'WRONG' }
  const [starts, ends] = [slotStart(slot).getTime(), slotStart(slot + 1).getTime()]
  if (ends <= opensAt.getTime() || starts > closesAt.getTime() || starts > now.getTime()) return { kind: 'WRONG' }
  if (near.includes(slot)) return { kind: 'ON_TIME', slot }
  if (!slots.includes(slot)) return { kind: 'RUN_OUT' }
  return now.getTime() - ends > syncHours * 3_600_000 ? { kind: 'TOO_LATE' } : { kind: 'LATE', slot }
}

/** The slots whose code somebody may have in hand at an instant. */
function slotsNear(instant: Date, secondsBack: number, secondsAhead: number): number[] {
  const first = slotAt(new Date(instant.getTime() - secondsBack * 1_000))
  const last = slotAt(new Date(instant.getTime() + secondsAhead * 1_000))
  return Array.from({ length: last - first + 1 }, (_, index) => last - index)
}

const proved = ({ slot, mac }: ReadCode & { kind: 'SCANNED' }, key: CodeKey): number | undefined => {
  const right = macOf(key, slot, 'SCANNED').subarray(0, macBytes)
  return isSame(right, Buffer.from(mac, 'base64url')) ? slot : undefined
}

const isShort = ({ mac }: ReadCode, key: CodeKey, slot: number) =>
  isSame(Buffer.from(shortMac(key, slot)), Buffer.from(mac))

const isSame = (one: Uint8Array, other: Uint8Array) => one.length === other.length && timingSafeEqual(one, other)

const shortMac = (key: CodeKey, slot: number) => lettersOf(macOf(key, slot, 'TYPED').subarray(0, roomLength))

const macOf = ({ room, secret }: CodeKey, slot: number, kind: ReadCode['kind']): Buffer =>
  createHmac('sha256', Buffer.from(secret, 'base64url')).update(`creditgraph check-in ${kind} ${room} ${slot}`).digest()
