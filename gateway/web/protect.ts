import { IncomingMessage, ServerResponse } from 'node:http'
import { Socket } from 'node:net'
import helmet from 'helmet'

const directives = {
  defaultSrc: ["'self'"],
  imgSrc: ["'self'", 'data:'],
  objectSrc: ["'none'"],
  baseUri: ["'none'"],
  formAction: ["'self'"],
  frameAncestors: ["'none'"],
}

/** Sets the headers that protect every answer. */
export const protect = helmet({
  contentSecurityPolicy: { useDefaults: false, directives },
  // Without a referrer, browsers that say no more about a form would hide that it is ours.
  referrerPolicy: { policy: 'same-origin' },
  strictTransportSecurity: false,
  xFrameOptions: { action: 'deny' },
  crossOriginEmbedderPolicy: false,
})

/** The same headers, worked out once, since none of them depends on who asks: names and values, in turns. */
export const protectiveHeaders: readonly string[] = workedOut()

function workedOut(): string[] {
  const request = new IncomingMessage(new Socket())
  const response = new ServerResponse(request)
  protect(request, response, () => undefined)
  return response.getHeaderNames().flatMap((name) => [name, String(response.getHeader(name))])
}

/** The same policy for the explorer, whose editor writes styles into its page; scripts come from our own files all the same. */
export const protectExplorer = helmet.contentSecurityPolicy({
  useDefaults: false,
  directives: { ...directives, styleSrc: ["'self'", "'unsafe-inline'"] },
})
