/** Bands of surnames by how many people on file bear them, the rarest first. */
export const bands = [
  { name: '1–10', upTo: 10 },
  { name: '11–100', upTo: 100 },
  { name: '101–1,000', upTo: 1_000 },
  { name: '1,001–3,000', upTo: 3_000 },
  { name: 'over 3,000', upTo: Number.POSITIVE_INFINITY },
] as const

/** The band of a surname. */
export const bandOf = (bearers: number): string => bands.find(({ upTo }) => bearers <= upTo)?.name ?? bands[0].name
