/** What the search keeps of one activity, as the database hands it over. */
export interface SearchRow {
  slot: number
  activityId: string
  isListed: boolean
  /** Days since 1970-01-01. */
  startsOn: number
  endsOn: number
  creditQuarters: number
  titleLength: number
  /** Each as `FACET:value`. */
  tags: readonly string[]
}

const firstCapacity = 1_024

/** What can be filtered, counted and sorted by, of every activity, in columns of numbers; a slot is a place in each. */
export class Columns {
  size = 0
  listed = new Uint8Array(firstCapacity)
  activityIds = new Int32Array(firstCapacity)
  startsOn = new Int32Array(firstCapacity)
  endsOn = new Int32Array(firstCapacity)
  creditQuarters = new Int32Array(firstCapacity)
  titleLengths = new Int32Array(firstCapacity)
  /** Where the tags of a slot lie in `tags`, and how many they are. */
  tagStarts = new Int32Array(firstCapacity)
  tagCounts = new Int32Array(firstCapacity)
  tags = new Int32Array(firstCapacity)
  /** The words behind the numbers in `tags`. */
  readonly tagNames: string[] = []
  private readonly tagNumbers = new Map<string, number>()
  private tagsEnd = 0
  private tagsInUse = 0

  /** Adds an activity, or replaces what was known of it. */
  put(row: SearchRow): void {
    const { slot } = row
    if (slot >= this.listed.length) this.growTo(slot + 1)
    this.tagsInUse -= this.tagCounts[slot] ?? 0
    this.size = Math.max(this.size, slot + 1)
    this.listed[slot] = row.isListed ? 1 : 0
    this.activityIds[slot] = Number(row.activityId)
    this.startsOn[slot] = row.startsOn
    this.endsOn[slot] = row.endsOn
    this.creditQuarters[slot] = row.creditQuarters
    this.titleLengths[slot] = row.titleLength
    this.putTags(slot, row.isListed ? row.tags : [])
  }

  /** The number of a tag, or undefined when no activity has ever had it. */
  numberOf(tag: string): number | undefined {
    return this.tagNumbers.get(tag)
  }

  private putTags(slot: number, names: readonly string[]): void {
    if (this.tagsEnd + names.length > this.tags.length) this.makeRoom(names.length)
    this.tagStarts[slot] = this.tagsEnd
    this.tagCounts[slot] = names.length
    for (const name of names) this.tags[this.tagsEnd++] = this.enter(name)
    this.tagsInUse += names.length
  }

  private enter(name: string): number {
    const known = this.tagNumbers.get(name)
    if (known !== undefined) return known
    this.tagNumbers.set(name, this.tagNames.length)
    return this.tagNames.push(name) - 1
  }

  /** Tags of replaced rows stay behind until there is no room; then what is in use moves together. */
  private makeRoom(needed: number): void {
    const packed = new Int32Array(2 * (this.tagsInUse + needed + firstCapacity))
    let end = 0
    for (let slot = 0; slot < this.size; slot += 1) {
      const start = this.tagStarts[slot] ?? 0
      const count = this.tagCounts[slot] ?? 0
      packed.set(this.tags.subarray(start, start + count), end)
      this.tagStarts[slot] = end
      end += count
    }
    this.tags = packed
    this.tagsEnd = end
  }

  private growTo(slots: number): void {
    const capacity = Math.max(slots, 2 * this.listed.length)
    const listed = new Uint8Array(capacity)
    listed.set(this.listed)
    this.listed = listed
    for (const name of numberColumns) {
      const grown = new Int32Array(capacity)
      grown.set(this[name])
      this[name] = grown
    }
  }
}

const numberColumns = [
  'activityIds',
  'startsOn',
  'endsOn',
  'creditQuarters',
  'titleLengths',
  'tagStarts',
  'tagCounts',
] as const
