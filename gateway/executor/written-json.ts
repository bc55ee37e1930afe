import type { FormattedExecutionResult } from 'graphql'

/** Data that are written as JSON already. */
export abstract class WrittenJson {
  abstract readonly text: string

  /** For whoever writes it as a part of something else. */
  toJSON(): unknown {
    return JSON.parse(this.text)
  }
}

/** Data as a text. */
export class WrittenText extends WrittenJson {
  constructor(readonly text: string) {
    super()
  }
}

/** What data without errors stand between, as Apollo Server writes an answer. */
export const [beforeData, afterData] = ['{"data":', '}\n'] as const

/** Data within the bytes of the whole answer, as it is sent. */
export class SplicedJson extends WrittenJson {
  constructor(readonly answer: Buffer) {
    super()
  }

  get text(): string {
    return this.answer.toString('utf8', beforeData.length, this.answer.length - afterData.length)
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
