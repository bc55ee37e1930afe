import { graphql } from '../graphql'

/** That a record which the board sees has come, or has changed. */
export const BoardCreditSubscription = graphql(`
  subscription BoardCredit {
    boardCredit {
      completionId
    }
  }
`)
