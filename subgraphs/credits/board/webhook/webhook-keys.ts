import { Webhook, WebhookVerificationError } from 'standardwebhooks'
import { unauthenticated } from '../../../shared/errors.js'
import { ensureSecret, type RootSecret } from '../../../shared/security/secret.js'

/** The secrets with which boards and we sign what we send each other; none is stored. */
export class WebhookKeys {
  private constructor(private readonly root: RootSecret) {}

  /** The keys of a platform, by the folder of its keys. */
  static async open(keysDir: string): Promise<WebhookKeys> {
    return new WebhookKeys(await ensureSecret(keysDir, 'board-webhooks'))
  }

  /** The secret of a board, as it is given to the board. */
  secretOf(board: string, keyNumber: number): string {
    return `whsec_${this.root.derive(`${board} ${keyNumber}`).toString('base64')}`
  }

  /** The headers that sign a message; for a while after a change of keys with the old one too. */
  sign(board: string, keyNumber: number, messageId: string, at: Date, body: string): Record<string, string> {
    const signatures = usable(keyNumber).map((number) => this.webhook(board, number).sign(messageId, at, body))
    return {
      'webhook-id': messageId,
      'webhook-timestamp': String(Math.floor(at.getTime() / 1_000)),
      'webhook-signature': signatures.join(' '),
      'webhook-key-id': `${board}-${keyNumber}`,
    }
  }

  /** Throws UNAUTHENTICATED unless the board has signed this very message within the last five minutes. */
  verify(board: string, keyNumber: number, headers: Record<string, string>, body: string): void {
    const isValid = usable(keyNumber).some((number) => this.isSigned(board, number, headers, body))
    if (!isValid) throw unauthenticated('The signature does not fit, or is older than five minutes.')
  }

  private isSigned(board: string, number: number, headers: Record<string, string>, body: string): boolean {
    try {
      this.webhook(board, number).verify(body, headers, { jsonParse: false })
      return true
    } catch (error) {
      if (error instanceof WebhookVerificationError) return false
      throw error
    }
  }

  private webhook(board: string, keyNumber: number): Webhook {
    return new Webhook(this.secretOf(board, keyNumber))
  }
}

/** The newest key and the one before it. */
const usable = (keyNumber: number) => (keyNumber > 1 ? [keyNumber, keyNumber - 1] : [keyNumber])
