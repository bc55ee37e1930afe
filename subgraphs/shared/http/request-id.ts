/** The header that carries the id of a request, from the gateway to every part that works for it and back to the caller. */
export const requestIdHeader = 'x-request-id'
