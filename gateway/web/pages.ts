import { join, resolve } from 'node:path'
import express, { type Express, static as files } from 'express'
import helmet from 'helmet'
import { cutSlowRequests } from './http-problem.js'
import { webLimits } from './limits.js'

/** Each app: the path it lives under and the page that starts it. */
const apps = {
  provider: 'provider-portal',
  board: 'board-dashboard',
  passport: 'passport',
  operator: 'operator',
} as const

/** The web side of the gateway: headers that protect every answer. */
export function createWeb(): Express {
  const web = express()
  web.disable('x-powered-by')
  web.set('trust proxy', 'loopback')
  web.use(
    helmet({
      contentSecurityPolicy: {
        useDefaults: false,
        directives: {
          defaultSrc: ["'self'"],
          imgSrc: ["'self'", 'data:'],
          objectSrc: ["'none'"],
          baseUri: ["'none'"],
          formAction: ["'self'"],
          frameAncestors: ["'none'"],
        },
      },
      // Without a referrer, browsers that say no more about a form would hide that it is ours.
      referrerPolicy: { policy: 'same-origin' },
      strictTransportSecurity: false,
      xFrameOptions: { action: 'deny' },
      crossOriginEmbedderPolicy: false,
    }),
  )
  web.use(cutSlowRequests(webLimits.slowRequestMs))
  return web
}

/** The three apps and the pages around them, served from our own files. */
export function servePages(web: Express, clientsDir: string, sampleDir: string): void {
  const send = (name: string) => (_request: express.Request, response: express.Response) => {
    response.setHeader('cache-control', 'no-cache')
    response.sendFile(join(name, 'index.html'), { root: resolve(clientsDir) })
  }
  web.use(
    '/assets',
    files(join(clientsDir, 'assets'), { immutable: true, maxAge: '1y', fallthrough: false, redirect: false }),
  )
  web.get('/sample.xlsx', (_request, response) =>
    response.download('learner-credit-500.xlsx', 'learner-credit-500.xlsx', { root: resolve(sampleDir) }),
  )
  for (const [path, name] of Object.entries(apps)) web.get([`/${path}`, `/${path}/*rest`], send(name))
  web.get('/developers', send('developers'))
  web.get('/sign-in', send('sign-in'))
  web.get('/verify/:code', send('verify'))
  web.get('/', send('landing'))
  web.use(files(clientsDir, { index: false, maxAge: '1h', redirect: false }))
}
