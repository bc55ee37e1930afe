import type { Option } from './combo-field'

/** The option that a text means: by its label, by its id, or the only one whose label has it. */
export function fittingOption(text: string, options: readonly Option[]): Option | undefined {
  const typed = text.trim().toLowerCase()
  if (!typed) return undefined
  const named = options.find(({ label }) => label.toLowerCase() === typed)
  const known = named ?? options.find(({ id }) => id.toLowerCase() === typed)
  if (known) return known
  const having = options.filter(({ label }) => label.toLowerCase().includes(typed))
  return having.length === 1 ? having[0] : undefined
}
