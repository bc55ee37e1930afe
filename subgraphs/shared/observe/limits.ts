/** What is remembered and told about work; all limits of watching stand here. */
export const observeLimits = {
  /** Operations and statements that take longer are logged, unless the environment says otherwise. */
  slowOperationMs: 1_000,
  slowStatementMs: 500,
  /** Fetches and slow statements that one log line tells of. */
  fetches: 50,
  statements: 10,
  /** Characters of a statement, and of what one step of its plan says. */
  statementLength: 2_000,
  conditionLength: 300,
  /** How often the plan of one statement is asked for, and of how many statements that is remembered. */
  planEveryMs: 60_000,
  plannedStatements: 1_000,
  /** How long a database may think about a plan. */
  planTimeoutMs: 2_000,
  /** Steps of a plan that are told. */
  planSteps: 60,
  /** Names of operations that are counted apart; further ones are counted together. */
  operations: 500,
  /** How long an answer to a question about readiness is repeated, and a subgraph may take for its own. */
  readyForMs: 1_000,
  readyTimeoutMs: 2_000,
} as const
