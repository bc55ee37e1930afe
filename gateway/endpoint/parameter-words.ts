/** What GraphQL says of variables, and how it is told to somebody who knows parameters only. */
const wordings: readonly [RegExp, string][] = [
  [/^Variable "\$(\w+)" of (?:required|non-null) type ".+" (?:was not provided|must not be null)\.$/, '$1 is missing.'],
  [/^Variable "\$\w+" got invalid value (.+) at "([\w.[\]]+)"; (.+)$/s, '$2 does not take $1: $3'],
  [/^Variable "\$(\w+)" got invalid value (.+?); (.+)$/s, '$1 does not take $2: $3'],
]

/** The same message with the name of the parameter, or of what is within it, where GraphQL names a variable. */
export function inParameterWords(message: string): string {
  const [pattern, wording] = wordings.find(([known]) => known.test(message)) ?? []
  return pattern && wording ? message.replace(pattern, wording) : message
}
