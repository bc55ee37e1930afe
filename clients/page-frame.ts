import type { Plugin } from 'vite'

const everyHead = `<meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="color-scheme" content="light dark" />
    <link rel="icon" href="/mark.svg" type="image/svg+xml" />
    <script src="/theme.js"></script>`

/** What pages hold in common, by the comment that stands for it in them. */
const frames: Readonly<Record<string, string>> = {
  head: everyHead,
  // React-aria looks for this id before it adds a <style>, which our policy refuses; base.css has the rule.
  'head of an app': `${everyHead}
    <meta id="react-aria-pressable-style" name="touch-action" content="base.css" />`,
  'body of an app': `<div id="root"></div>
    <noscript>This part of CreditGraph needs JavaScript. Please switch it on for this site.</noscript>`,
  'skip to main': '<a class="site-skip" href="#main">Skip to the content</a>',
  brand: `<a class="site-brand" href="/">
        <svg class="logo" width="32" height="32" viewBox="0 0 32 32" aria-hidden="true">
          <rect class="logo-ground" width="32" height="32" rx="8" />
          <path class="logo-line" d="m8.5 16.5 5 5.6 7.2-9.8" />
          <circle class="logo-node" cx="8.3" cy="16.3" r="2.5" />
          <circle class="logo-node" cx="13.5" cy="22.2" r="2.5" />
          <circle class="logo-ring" cx="22.4" cy="10" r="3.3" />
        </svg>
        CreditGraph
      </a>`,
}

/** A page with what it has in common with others in the places of its comments `<!-- frame: … -->`. */
export const framed = (html: string): string =>
  html.replace(/<!-- frame: (.+?) -->/g, (_, name: string) => {
    const frame = Object.hasOwn(frames, name) ? frames[name] : undefined
    if (frame === undefined) throw new Error(`There is no frame “${name}” for pages.`)
    return frame
  })

/** Writes what pages have in common into each of them. */
export const pageFrame: Plugin = { name: 'page-frame', transformIndexHtml: { order: 'pre', handler: framed } }
