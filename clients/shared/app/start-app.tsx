import { ApolloProvider } from '@apollo/client/react'
import { StrictMode } from 'react'
import { I18nProvider } from 'react-aria-components'
import { createRoot } from 'react-dom/client'
import { createBrowserRouter, type RouteObject } from 'react-router'
import { RouterProvider } from 'react-router/dom'
import { createGraphClient } from '../graph/client'
import '../style/base.css'
import '../style/layout.css'
import type { AppDefinition } from './app'
import { AppFrame } from './app-frame'
import { NotFoundPage } from './not-found-page'
import { RouteProblem, WholeProblem } from './route-problem'
import { applyTheme } from './theme'

/** Starts one of the three apps in the frame that they share. */
export function startApp(app: AppDefinition, pages: RouteObject[]) {
  applyTheme()
  const root = document.getElementById('root')
  if (!root) throw new Error('The page has no element with the id root.')
  const router = createBrowserRouter(
    [
      {
        element: <AppFrame app={app} />,
        errorElement: <WholeProblem />,
        children: [{ errorElement: <RouteProblem />, children: [...pages, { path: '*', element: <NotFoundPage /> }] }],
      },
    ],
    { basename: app.basename },
  )
  createRoot(root).render(
    <StrictMode>
      <I18nProvider locale="en-US">
        <ApolloProvider client={createGraphClient()}>
          <RouterProvider router={router} />
        </ApolloProvider>
      </I18nProvider>
    </StrictMode>,
  )
}
