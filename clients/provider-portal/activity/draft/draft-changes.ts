/** What was changed and is not saved yet: each field as it was found and as it should become. */
export interface Changes<Values> {
  before: Partial<Values>
  after: Partial<Values>
}

/** A field that somebody else changed too, with both values. */
export interface Clash<Values> {
  field: keyof Values & string
  mine: unknown
  theirs: unknown
}

export const noChanges = <Values>(): Changes<Values> => ({ before: {}, after: {} })

/** Whether two values say the same; nothing is nothing, however it is written. */
export const same = (one: unknown, other: unknown) => JSON.stringify(one ?? null) === JSON.stringify(other ?? null)

const fieldsOf = <Values>(part: Partial<Values>) => Object.keys(part) as (keyof Values & string)[]

/** Adds to the changes; a field that is back at what it was found as is no change. */
export function changed<Values>(
  { before, after }: Changes<Values>,
  values: Values,
  part: Partial<Values>,
): Changes<Values> {
  let next: Changes<Values> = { before: { ...before }, after: { ...after } }
  for (const field of fieldsOf(part)) {
    if (!(field in next.before)) next.before[field] = values[field]
    next.after[field] = part[field]
    if (same(next.before[field], part[field])) next = forgotten(next, field)
  }
  return next
}

/** The changes without that of one field. */
export function forgotten<Values>({ before, after }: Changes<Values>, field: keyof Values & string): Changes<Values> {
  const left: Changes<Values> = { before: { ...before }, after: { ...after } }
  delete left.before[field]
  delete left.after[field]
  return left
}

/** What is left to save after `sent` arrived: fields that were changed again in the meantime. */
export function without<Values>(changes: Changes<Values>, sent: Partial<Values>): Changes<Values> {
  const left = noChanges<Values>()
  for (const field of fieldsOf(changes.after)) {
    if (field in sent && same(sent[field], changes.after[field])) continue
    left.before[field] = field in sent ? sent[field] : changes.before[field]
    left.after[field] = changes.after[field]
  }
  return left
}

/** The fields in which the changes meet changes of somebody else; the other fields can be saved side by side. */
export function clashes<Values>({ before, after }: Changes<Values>, theirs: Values): Clash<Values>[] {
  return fieldsOf(after)
    .filter((field) => !same(theirs[field], before[field]) && !same(theirs[field], after[field]))
    .map((field) => ({ field, mine: after[field], theirs: theirs[field] }))
}

/** The changes on top of what somebody else saved: their values are what is found now. */
export function rebased<Values>({ after }: Changes<Values>, theirs: Values): Changes<Values> {
  return changed(noChanges<Values>(), theirs, after)
}

export const isEmpty = <Values>({ after }: Changes<Values>) => Object.keys(after).length === 0
