/** An answer that is not written as HTTP/1.1 wants it, or that is more than one. Nothing on its connection is believed any more. */
export class MalformedAnswer extends Error {}

/** An answer that is longer than whoever asks takes. */
export class TooLong extends Error {
  constructor(maxBytes: number) {
    super(`The answer is longer than ${maxBytes} bytes.`)
  }
}
