import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

/** The pages that the gateway serves; each becomes `dist/clients/<name>/index.html`. */
const pages = ['landing', 'sign-in', 'verify', 'provider-portal', 'board-dashboard', 'passport']

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react()],
  build: {
    outDir: '../dist/clients',
    emptyOutDir: true,
    target: 'es2022',
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 700,
    rolldownOptions: {
      input: Object.fromEntries(pages.map((page) => [page, `${import.meta.dirname}/${page}/index.html`])),
    },
  },
})
