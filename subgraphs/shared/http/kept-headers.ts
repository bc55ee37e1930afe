import { type IncomingMessage, type OutgoingHttpHeader, type OutgoingHttpHeaders, ServerResponse } from 'node:http'

/**
 * An answer whose first headers are kept apart until its head is written. Most answers have them written at once with the
 * others; Node looks at each header that is set one by one twice, and keeps it under a name of its own.
 */
export class KeepingResponse<Request extends IncomingMessage = IncomingMessage> extends ServerResponse<Request> {
  private kept: string[] = []

  /** Keeps names and values, in turns, for the head. */
  keep(headers: readonly string[]): void {
    this.kept.push(...headers)
  }

  /** Sets what was kept, as if it had never been kept apart. */
  setKept(): void {
    const { kept } = this
    this.kept = []
    for (let at = 0; at < kept.length; at += 2) this.setHeader(kept[at] as string, kept[at + 1] as string)
  }

  /** Writes a head with what was kept and with more names and values, in turns. */
  writeAtOnce(status: number, headers: readonly string[]): void {
    super.writeHead(status, [...this.kept, ...headers])
    this.kept = []
  }

  override writeHead(
    status: number,
    reason?: string | OutgoingHttpHeaders | OutgoingHttpHeader[],
    headers?: OutgoingHttpHeaders | OutgoingHttpHeader[],
  ): this {
    this.setKept()
    return typeof reason === 'string' ? super.writeHead(status, reason, headers) : super.writeHead(status, reason)
  }
}

/** Gives an answer headers that nobody looks at or replaces: names and values, in turns. */
export function keepHeaders(response: ServerResponse, headers: readonly string[]): void {
  if (response instanceof KeepingResponse) response.keep(headers)
  else setAll(response, headers)
}

/** Sets what was kept, for whoever looks at headers or makes an answer of its own out of this one, as Express does. */
export function setKeptHeaders(response: ServerResponse): void {
  if (response instanceof KeepingResponse) response.setKept()
}

/** Answers with a body that is there as a whole, and with these headers beside those that were given before. */
export function endAtOnce(
  response: ServerResponse,
  status: number,
  headers: readonly string[],
  body: string | Buffer,
): void {
  if (response instanceof KeepingResponse && !response.getHeaderNames().length)
    response.writeAtOnce(status, [...headers, 'content-length', String(Buffer.byteLength(body))])
  else {
    response.statusCode = status
    setAll(response, headers)
  }
  response.end(body)
}

function setAll(response: ServerResponse, headers: readonly string[]): void {
  for (let at = 0; at < headers.length; at += 2) response.setHeader(headers[at] as string, headers[at + 1] as string)
}
