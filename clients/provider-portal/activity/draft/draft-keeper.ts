import type { Problem } from '../../../shared/graph/problem'
import {
  type Changes,
  type Clash,
  changed,
  clashes,
  forgotten,
  isEmpty,
  noChanges,
  rebased,
  without,
} from './draft-changes'
import { TypedValues } from './typed-values'

/** A record as the server has it. */
export interface Saved<Values> {
  values: Values
  version: number
  /** Who saved it last and when, in words. */
  by?: string
}

export type SaveAnswer<Values> =
  | { kind: 'SAVED'; saved: Saved<Values> }
  | { kind: 'OVERTAKEN'; saved: Saved<Values> }
  /** Nothing was saved; where single fields are to blame, the others can be sent without them. */
  | { kind: 'PROBLEM'; problem: Problem; fields?: readonly string[] }

export type Standing = 'SAVED' | 'CHANGED' | 'SAVING' | 'OFFLINE' | 'CLASH' | 'REFUSED'

export interface DraftState<Values> {
  /** What the form shows: the server’s values with the changes on top. */
  values: Values
  version: number
  standing: Standing
  problem?: Problem
  /** Fields whose values the server refused; what else was typed is saved. */
  held: readonly string[]
  clashes: readonly Clash<Values>[]
  /** Who made the other changes. */
  clashBy?: string
}

/** Where changes lie that have not reached the server: the browser’s storage, or a map in a test. */
export interface Shelf {
  getItem(key: string): string | null
  setItem(key: string, text: string): void
  removeItem(key: string): void
}

interface KeeperOptions<Values> {
  key: string
  saved: Saved<Values>
  save: (part: Partial<Values>, saved: Saved<Values>) => Promise<SaveAnswer<Values>>
  shelf: Shelf
  delayMs?: number
  retryMs?: number
}

/** Keeps what is typed: on this device at once, on the server when the typing pauses, and again when a connection was lost. */
export class DraftKeeper<Values extends object> {
  private saved: Saved<Values>
  private changes: Changes<Values>
  private standing: Standing = 'SAVED'
  private problem?: Problem
  private found: readonly Clash<Values>[] = []
  /** Fields that the server refused, until they are changed again. */
  private held = new Set<string>()
  private typed = new TypedValues<Values>()
  private timer?: ReturnType<typeof setTimeout>
  private running?: Promise<void>
  private readonly listeners = new Set<() => void>()
  private snapshot: DraftState<Values>

  constructor(private readonly options: KeeperOptions<Values>) {
    this.saved = options.saved
    this.changes = this.fromShelf()
    if (!isEmpty(this.changes)) this.meet()
    this.snapshot = this.take()
  }

  readonly subscribe = (listener: () => void) => {
    this.listeners.add(listener)
    if (this.standing === 'CHANGED') this.plan(0)
    return () => {
      this.listeners.delete(listener)
      if (this.listeners.size === 0) void this.flush()
    }
  }

  readonly state = () => this.snapshot

  change(part: Partial<Values>) {
    this.changes = changed(this.changes, this.saved.values, part)
    for (const field of Object.keys(part)) this.held.delete(field)
    this.typed.note(part)
    this.toShelf()
    if (this.standing !== 'CLASH') {
      this.standing = isEmpty(this.changes) && !this.running ? 'SAVED' : 'CHANGED'
      this.problem = undefined
      this.plan(this.options.delayMs ?? 700)
    }
    this.tell()
  }

  /** Saves what there is now; true when nothing is left unsaved. */
  async flush() {
    clearTimeout(this.timer)
    while (this.running) await this.running
    if (!isEmpty(this.changes) && this.standing !== 'CLASH') await this.send()
    return isEmpty(this.changes)
  }

  /** News from the server that came another way, for example after activating. */
  adopt(saved: Saved<Values>) {
    if (saved.version <= this.saved.version) return
    this.saved = saved
    this.meet()
    this.tell()
  }

  /** Decides a clash; when the last one is decided, what is kept is saved. */
  decide(field: keyof Values & string, keep: 'MINE' | 'THEIRS') {
    if (keep === 'THEIRS') this.changes = forgotten(this.changes, field)
    this.found = this.found.filter((clash) => clash.field !== field)
    if (this.found.length === 0) {
      this.changes = rebased(this.changes, this.saved.values)
      this.standing = isEmpty(this.changes) ? 'SAVED' : 'CHANGED'
      this.plan(0)
    }
    this.toShelf()
    this.tell()
  }

  /** Forgets what was changed and not saved. */
  discard() {
    clearTimeout(this.timer)
    this.changes = noChanges()
    this.found = []
    this.held.clear()
    this.typed = new TypedValues()
    this.standing = 'SAVED'
    this.problem = undefined
    this.toShelf()
    this.tell()
  }

  // Only while somebody looks on: what nobody looks at any more was saved when they left, or lies on the shelf.
  private plan(delayMs: number) {
    clearTimeout(this.timer)
    if (this.standing === 'CLASH' || isEmpty(this.changes) || this.listeners.size === 0) return
    this.timer = setTimeout(() => void this.flush(), delayMs)
  }

  /** The changes that the server has not refused already. */
  private sendable() {
    const entries = Object.entries(this.changes.after).filter(([field]) => !this.held.has(field))
    return Object.fromEntries(entries) as Partial<Values>
  }

  private async send() {
    const part = this.sendable()
    if (isNothing(part)) return
    this.standing = 'SAVING'
    this.tell()
    this.running = this.options.save(part, this.saved).then((answer) => this.hear(answer, part))
    await this.running.finally(() => {
      this.running = undefined
    })
  }

  private hear(answer: SaveAnswer<Values>, sent: Partial<Values>) {
    this.problem = undefined
    if (answer.kind === 'SAVED') {
      this.saved = answer.saved
      this.changes = without(this.changes, sent)
      this.typed.hear(answer.saved.values, sent)
      this.rest()
    } else if (answer.kind === 'OVERTAKEN') {
      this.saved = answer.saved
      this.meet()
      this.plan(0)
    } else {
      this.problem = answer.problem
      this.standing = passes(answer.problem) ? 'OFFLINE' : 'REFUSED'
      for (const field of answer.fields ?? []) if (field in sent) this.held.add(field)
      if (this.standing === 'OFFLINE') this.plan(this.options.retryMs ?? 5_000)
      else if (answer.fields && !isNothing(this.sendable())) this.plan(0)
    }
    this.toShelf()
    this.tell()
  }

  /** What stands after a save: everything is there, something was typed since, or something was refused before. */
  private rest() {
    if (isEmpty(this.changes)) this.standing = 'SAVED'
    else if (isNothing(this.sendable())) this.standing = 'REFUSED'
    else {
      this.standing = 'CHANGED'
      this.plan(0)
    }
  }

  /** Lets the changes meet what the server has now. */
  private meet() {
    this.found = clashes(this.changes, this.saved.values)
    if (this.found.length === 0) this.changes = rebased(this.changes, this.saved.values)
    this.standing = this.found.length > 0 ? 'CLASH' : isEmpty(this.changes) ? 'SAVED' : 'CHANGED'
  }

  private fromShelf(): Changes<Values> {
    const text = this.options.shelf.getItem(this.options.key)
    return text ? (JSON.parse(text) as Changes<Values>) : noChanges()
  }

  private toShelf() {
    const { shelf, key } = this.options
    if (isEmpty(this.changes)) shelf.removeItem(key)
    else shelf.setItem(key, JSON.stringify(this.changes))
  }

  private take(): DraftState<Values> {
    return {
      values: { ...this.typed.over(this.saved.values), ...this.changes.after },
      version: this.saved.version,
      standing: this.standing,
      problem: this.problem,
      held: [...this.held],
      clashes: this.found,
      clashBy: this.saved.by,
    }
  }

  private tell() {
    this.snapshot = this.take()
    for (const listener of this.listeners) listener()
  }
}

const isNothing = (part: object) => Object.keys(part).length === 0

/** What passes by itself is tried again; what was refused waits for another change. */
const passes = ({ kind }: Problem) => kind === 'OFFLINE' || kind === 'FAULT'
