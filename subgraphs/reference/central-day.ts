const central = new Intl.DateTimeFormat('en-CA', { timeZone: 'America/Chicago', dateStyle: 'short' })

/** The calendar day in US Central time, in which deadlines are counted (L07, R01), as `YYYY-MM-DD`. */
export const centralDay = (instant: Date): string => central.format(instant)
