const apps: Record<string, string> = {
  '/provider/': 'the Provider Portal',
  '/board/': 'the Board Dashboard',
  '/passport/': 'Passport',
  '/operator/': 'the Operator app',
  '/partner/': 'the Partner Portal',
}

const to = new URLSearchParams(window.location.search).get('to') ?? '/'
const app = Object.keys(apps).find((path) => `${to}/`.startsWith(path))

if (app) {
  for (const form of document.querySelectorAll<HTMLFormElement>(`form[data-app="${app}"]`)) {
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
