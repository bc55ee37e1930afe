const apps: Record<string, string> = {
  '/provider/': 'the Provider Portal',
  '/board/': 'the Board Dashboard',
  '/passport/': 'Passport',
  '/operator/': 'the Operator app',
  '/partner/': 'the Partner Portal',
  '/graphiql/': 'the Explorer',
}

const to = new URLSearchParams(window.location.search).get('to') ?? '/'
const app = Object.keys(apps).find((path) => `${to}/`.startsWith(path))

if (app) {
  // Everybody explores with the eyes of his or her own work.
  const fitting = app === '/graphiql/' ? 'form[data-app]' : `form[data-app="${app}"]`
  for (const form of document.querySelectorAll<HTMLFormElement>(fitting)) {
    form.dataset.fits = 'true'
    const field = form.elements.namedItem('to')
    if (field instanceof HTMLInputElement) field.value = to
  }
  const destination = document.getElementById('destination')
  if (destination) {
    destination.hidden = false
    destination.textContent = `You are on your way to ${apps[app]}; the marked people have business there.`
  }
}
