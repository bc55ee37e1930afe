import { globSync, readFileSync } from 'node:fs'
import { framed } from './page-frame'

const pages = globSync('clients/*/index.html')

test.each(pages)('%s says once how it is drawn, and leads past its header', (path) => {
  const html = framed(readFileSync(path, 'utf8'))
  for (const part of [
    'charset="utf-8"',
    'name="viewport"',
    'name="color-scheme"',
    'rel="icon"',
    'src="/theme.js"',
    '<title>',
  ])
    expect([part, html.split(part).length - 1]).toEqual([part, 1])
  expect(html).toMatch(/<div id="root">|class="site-skip" href="#main".*id="main"/s)
  expect(html).not.toContain('frame:')
})

test('a frame that there is not is refused', () => {
  expect(() => framed('<!-- frame: nothing -->')).toThrow('There is no frame')
})
