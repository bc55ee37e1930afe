import { badRequest } from '../errors.js'

/** The value of a JSON text. Throws BAD_REQUEST, naming what it is, where the text is none. */
export function readJson(text: string, what: string): unknown {
  try {
    return JSON.parse(text)
  } catch (cause) {
    throw badRequest(`Invalid JSON in the ${what}.`, { cause })
  }
}
