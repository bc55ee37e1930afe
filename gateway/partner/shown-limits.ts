import { programTokenSeconds } from '../api-key/program-token.js'
import { graphLimits } from '../graph/limits.js'
import { maxOperations } from '../operation/manifest.js'
import { maxLive } from '../operation/register-operations.js'

const { bodyBytes, variablesLength, listLength, textLength, tokens, depth, aliases, rootFields, cost, answerLength } =
  graphLimits

/** What one operation may ask for and one account may have, as it is enforced, for whoever writes a program. */
export const shownLimits = {
  operation: {
    cost,
    depth,
    aliases,
    rootFields,
    tokens,
    bodyBytes,
    variablesLength,
    listLength,
    textLength,
    answerLength,
  },
  account: { operations: maxLive, operationsAtOnce: maxOperations, tokenSeconds: programTokenSeconds },
}
