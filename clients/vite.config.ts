import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'
import { pageFrame } from './page-frame'

/** The pages that the gateway serves; each becomes `dist/clients/<name>/index.html`. */
const pages = [
  'landing',
  'developers',
  'sign-in',
  'verify',
  'nothing-here',
  'provider-portal',
  'board-dashboard',
  'passport',
  'operator',
  'partner',
]

/** Style and script of pages that a subgraph writes: under names that it knows, `activity.css` and `activity.js`. */
const forWrittenPages = 'activity'

/** The apps speak American English; the sentences react-aria has for other languages stay out of the bundle. */
const onlyEnglish: Plugin = {
  name: 'only-english',
  load: {
    filter: { id: /[\\/]intl[\\/][\w-]+[\\/](?!en-US)[a-z]{2}-[A-Z]{2}\.mjs$/ },
    handler: () => 'export default {}',
  },
}

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react(), onlyEnglish, pageFrame],
  build: {
    outDir: '../dist/clients',
    emptyOutDir: true,
    target: 'es2022',
    cssTarget: ['chrome123', 'edge123', 'firefox120', 'safari17.5'],
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 900,
    rolldownOptions: {
      input: {
        ...Object.fromEntries(pages.map((page) => [page, `${import.meta.dirname}/${page}/index.html`])),
        [forWrittenPages]: `${import.meta.dirname}/${forWrittenPages}/${forWrittenPages}.ts`,
      },
      output: {
        entryFileNames: ({ name }) => (name === forWrittenPages ? '[name].js' : 'assets/[name]-[hash].js'),
        assetFileNames: ({ names }) =>
          names.includes(`${forWrittenPages}.css`) ? '[name][extname]' : 'assets/[name]-[hash][extname]',
        codeSplitting: {
          groups: [
            { name: 'charts', test: /[\\/]node_modules[\\/](echarts|zrender)[\\/]/ },
            { name: 'libraries', test: /[\\/]node_modules[\\/]/ },
          ],
        },
      },
    },
  },
})
