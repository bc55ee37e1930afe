// Puts the chosen theme on the document before anything is painted.
try {
  const theme = localStorage.getItem('creditgraph-theme')
  if (theme) document.documentElement.dataset.theme = theme
} catch {
  // A browser that refuses storage follows the system.
}
