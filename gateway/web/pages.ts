import { join, resolve } from 'node:path'
import express, { type Express, static as files } from 'express'
import { cutSlowRequest } from './http-problem.js'
import { protect } from './protect.js'

/** Each app: the path it lives under and the page that starts it. */
const apps = {
  provider: 'provider-portal',
  board: 'board-dashboard',
  passport: 'passport',
  operator: 'operator',
  partner: 'partner',
} as const

/** The web side of the gateway: headers that protect every answer. */
export function createWeb(): Express {
  const web = express()
  web.disable('x-powered-by')
  web.set('trust proxy', 'loopback')
  web.use(protect)
  web.use((request, _response, next) => {
    cutSlowRequest(request)
    next()
  })
  return web
}

/** The apps and the pages around them, served from our own files; a wrong address is a page for whoever asks for pages. */
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
  web.use((request, response, next) => {
    if (request.method === 'GET' && request.accepts(['json', 'html']) === 'html')
      send('nothing-here')(request, response.status(404).vary('accept'))
    else next()
  })
}
