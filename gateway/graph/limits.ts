/** What one request to the graph may cost. Tested at each value and one above. */
export const graphLimits = {
  bodyBytes: 128 * 1024,
  tokens: 2_000,
  depth: 12,
  aliases: 30,
  directives: 20,
} as const
