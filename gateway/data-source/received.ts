/** What came back over the wire, not looked at. */
export class Received {
  constructor(
    readonly status: number,
    readonly bytes: Buffer,
  ) {}

  get text(): string {
    return this.bytes.toString('utf8')
  }
}
