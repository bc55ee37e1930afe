/** What one operation may ask for; all limits of the graph stand here and are tested at each value and one above. */
export const graphLimits = {
  /** Bytes of a request, and characters of its variables as JSON. */
  bodyBytes: 128 * 1024,
  variablesLength: 64 * 1024,
  /** Characters of one text and items of one list that somebody passes in. */
  textLength: 4_096,
  listLength: 500,
  /** Nesting of variables. */
  variablesDepth: 12,
  tokens: 2_000,
  /** Nesting of fields, however fragments divide them. */
  depth: 12,
  /** Counted with every fragment in each of its places. */
  aliases: 30,
  directives: 20,
  selections: 1_000,
  /** Fields directly under the operation, and how often one name may stand in one selection. */
  rootFields: 10,
  repeatedFields: 10,
  fragments: 50,
  /** Objects that may come back; a list of which nothing is said counts as long as lists usually are. */
  cost: 5_000,
  listItems: 3,
  /** Characters of the answer. */
  answerLength: 5 * 1024 * 1024,
  /** What carries many rows by its nature names its own size; nothing else may stand beside it in the operation. */
  bulk: {
    bodyBytes: 2 * 1024 * 1024,
    lists: {
      validateLearners: 5_000,
      saveActivities: 500,
      submitCompletions: 500,
      resendRows: 500,
      decideMocs: 1_000,
    } as Readonly<Record<string, number>>,
  },
  /** Documents that need not be measured again, their characters, and the page sizes each is known with. */
  known: { texts: 1_000, textLength: 16 * 1024, pageSizes: 100 },
  /** Operations in work at once, through whichever door; those that wait for their turn, and for how long. */
  gate: { inFlight: 200, waiting: 400, waitingOfOne: 100, waitMs: 2_000 },
} as const
