const maxBytes = 5 * 1024 * 1024

/** Media types of the files that are taken as a certificate. */
export const certificateTypes = ['image/jpeg', 'image/png', 'application/pdf']

/** What can be told of a file before it is sent; undefined when nothing speaks against it. */
export function certificateObjection({ type, size }: { type: string; size: number }) {
  if (!certificateTypes.includes(type)) return 'Choose a JPEG or PNG picture or a PDF.'
  if (size === 0) return 'The file is empty. Choose another one.'
  if (size > maxBytes) return 'The file has more than 5 MB. Choose a smaller one.'
  return undefined
}

/** Sends a certificate with a request; resolves to what went wrong, if anything did. */
export async function sendCertificate(requestId: string, file: File): Promise<string | undefined> {
  const answer = await fetch(`/credit-requests/${requestId}/certificate`, { method: 'PUT', body: file }).catch(
    () => undefined,
  )
  if (answer?.ok) return undefined
  const said: unknown = await answer?.json().catch(() => undefined)
  return sentenceIn(said) ?? 'The certificate could not be sent. Try again in a moment.'
}

function sentenceIn(said: unknown): string | undefined {
  const errors = typeof said === 'object' && said !== null && 'errors' in said ? said.errors : undefined
  const [first]: unknown[] = Array.isArray(errors) ? errors : []
  const message = typeof first === 'object' && first !== null && 'message' in first ? first.message : undefined
  return typeof message === 'string' ? message : undefined
}
