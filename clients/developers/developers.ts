const host = document.querySelector('#host')
if (host) host.textContent = location.origin
