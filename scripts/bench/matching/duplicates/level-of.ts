import { at } from '../../../../subgraphs/learners/matching/engine/compare.js'
import type { Weighed } from '../../../../subgraphs/learners/matching/engine/decide.js'
import { levels } from '../../../../subgraphs/learners/matching/engine/model/levels.js'
import type { ComparedField } from '../../../../subgraphs/learners/matching/engine/types.js'

/** The level of a field by its name, or undefined where one side says nothing. */
export const levelOf = ({ level }: Weighed, field: ComparedField): string | undefined =>
  levels[field][(level[at[field]] ?? 0) - 1]
