/** The `code` of an error from the system, whoever made it. */
export function errorCode(cause: unknown): string | undefined {
  const isObject = typeof cause === 'object' && cause !== null
  return isObject && 'code' in cause && typeof cause.code === 'string' ? cause.code : undefined
}
