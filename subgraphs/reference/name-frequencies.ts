/** Where a first and a last name tend to come from together. */
export const namingTraditions = ['GENERAL', 'HISPANIC', 'SOUTH_ASIAN', 'EAST_ASIAN', 'MIDDLE_EASTERN'] as const

export type NamingTradition = (typeof namingTraditions)[number]

/** Names with how often each is borne, most frequent first. */
export type NameFrequencies = readonly (readonly [name: string, weight: number])[]

export type NamesByTradition = Readonly<Record<NamingTradition, NameFrequencies>>

/** Reads the compact form of a list: a number is the weight of the names after it, an underscore stands for a space. */
export function readFrequencies(text: string): NameFrequencies {
  let weight = 0
  return text
    .trim()
    .split(/\s+/)
    .flatMap((word): [string, number][] => {
      if (!/^\d/.test(word)) return [[word.replaceAll('_', ' '), weight]]
      weight = Number(word)
      return []
    })
}
