import type { FormattedExecutionResult } from 'graphql'

/** Data that are written as JSON already. */
export class WrittenJson {
  constructor(readonly text: string) {}

  /** For whoever writes it as a part of something else. */
  toJSON(): unknown {
    return JSON.parse(this.text)
  }
}

/** Writes a whole answer as Apollo Server does, and takes over data that are written. */
export function stringifyAnswer(answer: FormattedExecutionResult): string {
  const { errors, data, extensions } = answer
  if (!(data instanceof WrittenJson)) return `${JSON.stringify(answer)}\n`
  const before = errors ? `"errors":${JSON.stringify(errors)},` : ''
  const after = extensions ? `,"extensions":${JSON.stringify(extensions)}` : ''
  return `{${before}"data":${data.text}${after}}\n`
}
