const dayMs = 86_400_000

/** A day as the number of days since 1970-01-01. */
export const dayNumber = (day: string) => Date.parse(`${day}T00:00:00Z`) / dayMs
