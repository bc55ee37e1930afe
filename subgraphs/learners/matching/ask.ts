import type { CertifyingBoardCode } from '../../reference/certifying-boards.js'
import type { Engine } from './engine/engine.js'
import { boardRequirements, licenseRequirements } from './engine/requirements.js'
import type { Claim, Decision } from './engine/types.js'

/** What the engine is asked: whom a claim is about, among the diplomates of a board or, without one, among all physicians. */
export interface Ask {
  claim: Claim
  board?: CertifyingBoardCode
}

/** What the engine decides. Pure: no database, no clock. */
export const answer = (engine: Engine, { claim, board }: Ask): Decision =>
  board ? engine.matchDiplomate(claim, board, boardRequirements(board)) : engine.match(claim, licenseRequirements)
