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

/** The same policy for the explorer, whose editor writes styles into its page; scripts come from our own files all the same. */
export const protectExplorer = helmet.contentSecurityPolicy({
  useDefaults: false,
  directives: { ...directives, styleSrc: ["'self'", "'unsafe-inline'"] },
})
