/** A code of the screen as the graph gives it. */
export interface Code {
  startsAt: string
  scanned: string
  typed: string
}

/** Which code stands on the screen at a moment by the time of CreditGraph, and for how many seconds still. */
export function codeAt(
  codes: readonly Code[],
  slotSeconds: number,
  nowMs: number,
): { code: Code; secondsLeft: number } | undefined {
  const code = codes.findLast(({ startsAt }) => Date.parse(startsAt) <= nowMs)
  if (!code) return undefined
  const leftMs = Date.parse(code.startsAt) + slotSeconds * 1_000 - nowMs
  return leftMs > 0 ? { code, secondsLeft: Math.ceil(leftMs / 1_000) } : undefined
}

/** The address that a camera reads. What stands behind the # stays on the phone: no server and no log sees it. */
export const scanAddress = (origin: string, code: Code) => `${origin}/passport/check-in#${code.scanned}`

/** The dark modules of a QR code as the path of a picture, one unit each. */
export const modulesPath = (modules: readonly (readonly boolean[])[]) =>
  modules.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : []))).join('')
