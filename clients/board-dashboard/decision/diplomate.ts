import { fullName } from '../../shared/credit/words'
import type { Pending } from './decisions-page'

/** Whose points they are, for headings and for the names of buttons. */
export const diplomateOf = ({ completion }: Pending) =>
  completion.learner ? fullName(completion.learner) : 'this diplomate'
