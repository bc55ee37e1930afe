const central = new Intl.DateTimeFormat('en-CA', { timeZone: 'America/Chicago', dateStyle: 'short' })

/** The calendar day in US Central time, in which deadlines are counted (L07, R01), as `YYYY-MM-DD`. */
export const centralDay = (instant: Date): string => central.format(instant)

const written = /^(\d{4}-\d\d-\d\d)T(\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?)(Z|[+-]\d\d:\d\d)?$/
const offset = new Intl.DateTimeFormat('en-US', { timeZone: 'America/Chicago', timeZoneName: 'longOffset' })

/** The instant that a document writes; without a zone it is US Central time (B11). Undefined for what is none. */
export function centralInstant(text: string): Date | undefined {
  const [, day, time, zone] = written.exec(text.trim()) ?? []
  if (!day || !time) return undefined
  if (zone) return valid(new Date(`${day}T${time}${zone}`))
  const asUtc = valid(new Date(`${day}T${time}Z`))
  // The hour that clocks skip or repeat is settled by the offset of the instant itself.
  return asUtc && new Date(asUtc.getTime() - offsetMs(new Date(asUtc.getTime() - offsetMs(asUtc))))
}

const valid = (instant: Date) => (Number.isNaN(instant.getTime()) ? undefined : instant)

function offsetMs(instant: Date): number {
  const name = offset.formatToParts(instant).find(({ type }) => type === 'timeZoneName')?.value ?? ''
  const [, hours = 'NaN'] = /^GMT([+-]\d\d):00$/.exec(name) ?? []
  return Number(hours) * 3_600_000
}
