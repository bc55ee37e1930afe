import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { pageFrame } from '../page-frame'

/** The explorer is built by itself: its editor is larger than all other pages together, and nothing of it is to reach them. */
export default defineConfig({
  root: `${import.meta.dirname}/..`,
  publicDir: false,
  plugins: [react(), pageFrame],
  build: {
    emptyOutDir: false,
    target: 'es2022',
    cssTarget: ['chrome123', 'edge123', 'firefox120', 'safari17.5'],
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 3000,
    rolldownOptions: { input: { graphiql: `${import.meta.dirname}/index.html` } },
  },
  worker: { format: 'es' },
})
