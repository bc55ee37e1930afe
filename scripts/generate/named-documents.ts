import { createHash } from 'node:crypto'
import { addTypenameToDocument } from '@apollo/client/utilities'
import { parse, print, stripIgnoredCharacters } from 'graphql'

/** A generated file. */
export interface GeneratedFile {
  filename: string
  content: string
}

/**
 * Lets each document of the pages ask for the types that their cache keeps objects by, so that a page can send the hash alone:
 * the manifest and the documents then have the hashes of the texts that are run.
 */
export function askForTypes(files: readonly GeneratedFile[]): GeneratedFile[] {
  const manifest = files.find(({ filename }) => filename.endsWith('persisted-documents.json'))
  if (!manifest) throw new Error('The generator has written no manifest.')
  const renamed = new Map<string, string>()
  const texts: Record<string, string> = {}
  for (const [name, text] of Object.entries(JSON.parse(manifest.content) as Record<string, string>)) {
    const asked = stripIgnoredCharacters(print(addTypenameToDocument(parse(text))))
    const hash = `sha256:${createHash('sha256').update(asked).digest('hex')}`
    renamed.set(name, hash)
    texts[hash] = asked
  }
  return files.map(({ filename, content }) => ({
    filename,
    content: filename === manifest.filename ? `${JSON.stringify(texts, null, 2)}\n` : renaming(content, renamed),
  }))
}

const renaming = (content: string, renamed: ReadonlyMap<string, string>) =>
  content.replace(/sha256:[0-9a-f]{64}/g, (name) => renamed.get(name) ?? name)
