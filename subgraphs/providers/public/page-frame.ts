import { type Html, html } from './html.js'

interface Frame {
  title: string
  head?: Html
  main: Html
}

/** A page for everybody, with the look of the site, that needs no script. */
export const pageFrame = ({ title, head, main }: Frame): string =>
  html`<!doctype html>
<html lang="en-US">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title} · CreditGraph</title>
<link rel="icon" href="/mark.svg" type="image/svg+xml">
<link rel="stylesheet" href="/activity.css">
<script src="/theme.js"></script>
<script type="module" src="/activity.js"></script>
${head}
</head>
<body>
<a class="site-skip" href="#main">Skip to the content</a>
<header class="site-header">
<a class="site-brand" href="/"><img src="/mark.svg" width="32" height="32" alt=""> CreditGraph</a>
<a class="button" data-kind="quiet" href="/passport/find">Find activities</a>
</header>
<main id="main" class="site-main activity-main">
${main}
</main>
<footer class="site-footer">
<span>CreditGraph demonstration</span>
<span>All people and records are invented.</span>
</footer>
</body>
</html>
`.text
