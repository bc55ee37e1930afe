/** How much there is of everything. */
export interface Scale {
  physicians: number
  providers: number
  activities: number
  completions: number
}

/** Enough for somebody who tries what a program does. */
export const sandboxScale: Scale = { physicians: 2_000, providers: 8, activities: 300, completions: 4_000 }

/** A demo, a large state, the nation. */
export const scales = {
  s: { physicians: 20_000, providers: 50, activities: 5_000, completions: 200_000 },
  m: { physicians: 200_000, providers: 500, activities: 50_000, completions: 3_000_000 },
  l: { physicians: 1_100_000, providers: 1_700, activities: 200_000, completions: 13_000_000 },
} as const satisfies Record<string, Scale>

export type ScaleName = keyof typeof scales
