import './activity.css'

/** Offers to share the page: by the device where it can, else by copying the link. */
function offerSharing(button: HTMLButtonElement, said: HTMLElement | null) {
  const { share: url = window.location.href } = button.dataset
  const share = async () => {
    if (typeof navigator.share === 'function') return navigator.share({ title: document.title, url })
    await navigator.clipboard.writeText(url)
    if (said) said.textContent = 'Link copied'
  }
  button.hidden = false
  button.addEventListener('click', () => {
    share().catch((error: unknown) => {
      // Whoever closes the device's own dialog has decided.
      if (said && !(error instanceof DOMException && error.name === 'AbortError'))
        said.textContent = 'Sharing was refused; copy the link below'
    })
  })
}

const button = document.querySelector<HTMLButtonElement>('[data-share]')
if (button) offerSharing(button, document.querySelector('[data-shared]'))
