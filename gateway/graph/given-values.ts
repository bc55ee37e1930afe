import { badInput } from '../../subgraphs/shared/errors.js'
import { isStorable } from '../../subgraphs/shared/graphql/text.js'
import { graphLimits } from './limits.js'

/** Refuses variables that are nested, long or numerous beyond the limits, and text that no database holds. */
export function checkGiven(value: unknown, listLength: number = graphLimits.listLength, depth = 0, name = ''): void {
  if (typeof value === 'string') checkText(value, name)
  if (typeof value !== 'object' || value === null) return
  if (depth > graphLimits.variablesDepth)
    throw badInput(`Nest variables at most ${graphLimits.variablesDepth} levels deep.`)
  if (Array.isArray(value)) {
    checkListLength(value.length, listLength)
    for (const item of value) checkGiven(item, listLength, depth + 1, name)
  } else for (const [key, item] of Object.entries(value)) checkGiven(item, listLength, depth + 1, key)
}

/** Refuses text that is too long, or that no database holds; the name is that of the value it stands in. */
export function checkText(text: string, name = ''): void {
  if (text.length > graphLimits.textLength)
    throw badInput(`Write at most ${graphLimits.textLength} characters${name && ` in ${name.slice(0, 40)}`}.`)
  if (!isStorable(text))
    throw badInput('A text holds a character that is none: NUL, or half of a pair.', { hint: 'Type the text again.' })
}

/** Refuses lists that are too long. */
export function checkListLength(length: number, most: number = graphLimits.listLength): void {
  if (length > most) throw badInput(`Pass at most ${most} items at once.`)
}
