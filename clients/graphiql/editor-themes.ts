import { useMonaco } from '@graphiql/react'
import { useEffect } from 'react'

/** The editor reads no variables of CSS: these are the values of tokens.css, light and dark. */
const colours = {
  light: { accent: '#0b5f57', soft: '#e1f0ec', surface: '#ffffff', ink: '#15211f', faint: '#5f6e6a' },
  dark: { accent: '#62cdbd', soft: '#15332f', surface: '#161d1c', ink: '#e8eeec', faint: '#8d9d98' },
}

const bases = { light: 'vs', dark: 'vs-dark' } as const

/** How the themes of the editor are called. */
export const editorThemes = { light: 'creditgraph-light', dark: 'creditgraph-dark' }

/** Gives the editor our colours as soon as it is there. */
export function useEditorThemes(look: keyof typeof colours) {
  const monaco = useMonaco((store) => store.monaco)
  useEffect(() => {
    if (!monaco) return
    for (const name of ['light', 'dark'] as const) {
      const { accent, soft, surface, ink, faint } = colours[name]
      monaco.editor.defineTheme(editorThemes[name], {
        base: bases[name],
        inherit: true,
        rules: [{ token: 'argument.identifier.gql', foreground: accent }],
        colors: {
          'editor.background': '#ffffff00',
          'editor.foreground': ink,
          'editorLineNumber.foreground': faint,
          'editorHoverWidget.background': surface,
          'editorSuggestWidget.background': surface,
          'editorSuggestWidget.selectedBackground': soft,
          'editorSuggestWidget.selectedForeground': accent,
          'editorWidget.background': surface,
          'input.background': surface,
          'list.highlightForeground': accent,
          'list.hoverBackground': soft,
          'menu.background': surface,
          'scrollbar.shadow': '#ffffff00',
          focusBorder: accent,
        },
      })
    }
    monaco.editor.setTheme(editorThemes[look])
  }, [monaco, look])
}
