/**
 * What somebody pasted, as a manifest: a manifest is taken as it is, and a document is one operation. Returns undefined for nothing.
 */
export function manifestOf(text: string): object | undefined {
  const trimmed = text.trim()
  if (!trimmed) return undefined
  if (!trimmed.startsWith('{"') && !/^\{\s*"/.test(trimmed)) return { operations: [{ body: trimmed }] }
  try {
    const manifest: unknown = JSON.parse(trimmed)
    return typeof manifest === 'object' && manifest !== null ? manifest : undefined
  } catch {
    return { operations: [{ body: trimmed }] }
  }
}
