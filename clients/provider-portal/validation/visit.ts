import { useSyncExternalStore } from 'react'
import type { Answer } from './answer'
import { noLearner, type TypedLearner } from './typed-learner'

/** A learner who was checked in this visit; without an answer while it is on its way. */
export interface Checked {
  checkedId: number
  learner: TypedLearner
  answer?: Answer
}

/** What a visit knows: it lives in the memory of the page alone, and ends with it. */
export interface Visit {
  /** The learner in the form. */
  draft: TypedLearner
  /** How many learners were in the form before. */
  turn: number
  /** The checked learner whom the form corrects. */
  correcting?: number
  /** The newest first. */
  checked: readonly Checked[]
}

let visit: Visit = { draft: noLearner, turn: 0, checked: [] }
let lastId = 0
const listeners = new Set<() => void>()

function become(next: Visit) {
  visit = next
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void) {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}

/** The visit, and the page again when it changes. */
export const useVisit = () => useSyncExternalStore(subscribe, () => visit)

/** What can happen in a visit. */
export const visiting = {
  type: (part: Partial<TypedLearner>) => become({ ...visit, draft: { ...visit.draft, ...part } }),

  /** Puts another learner into the form. */
  begin: (draft: TypedLearner) => become({ ...visit, draft, turn: visit.turn + 1, correcting: undefined }),

  correct: ({ checkedId, learner }: Checked) =>
    become({ ...visit, draft: learner, turn: visit.turn + 1, correcting: checkedId }),

  /** Notes learners on top of the list. */
  note(learners: readonly TypedLearner[]): Checked[] {
    const noted = learners.map((learner) => ({ learner, checkedId: ++lastId }))
    become({ ...visit, checked: [...noted, ...visit.checked] })
    return noted
  },

  /** Gives noted learners their answers, and what was corrected in them. */
  answer(news: ReadonlyMap<number, Partial<Checked>>) {
    const checked = visit.checked.map((each) => ({ ...each, ...news.get(each.checkedId) }))
    become({ ...visit, checked })
  },

  remove: (checkedId: number) =>
    become({
      ...visit,
      correcting: visit.correcting === checkedId ? undefined : visit.correcting,
      checked: visit.checked.filter((each) => each.checkedId !== checkedId),
    }),

  /** Empties the list. */
  forget: () => become({ ...visit, correcting: undefined, checked: [] }),
}
