import { certificateObjection } from './certificate-file'

test.each(['image/jpeg', 'image/png', 'application/pdf'])('a file of %s can be sent', (type) => {
  expect(certificateObjection({ type, size: 100_000 })).toBeUndefined()
})

test.each([
  ['image/svg+xml', 100, /JPEG or PNG/],
  ['text/html', 100, /JPEG or PNG/],
  ['', 100, /JPEG or PNG/],
  ['image/png', 0, /empty/],
  ['application/pdf', 5 * 1024 * 1024 + 1, /more than 5 MB/],
])('one of %p and %d bytes cannot', (type, size, objection) => {
  expect(certificateObjection({ type, size })).toMatch(objection)
})
