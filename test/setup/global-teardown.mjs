/** Ends the server that `global-setup.mjs` has started. */
export default async function stopServer() {
  await globalThis.stopTestServer?.()
}
