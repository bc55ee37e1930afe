import { day, instant, isDay } from '../../../shared/format/days'
import type { Option } from '../../../shared/ui/combo-field'
import { isFilled } from './conditions'

/** A value of the form in words, for reading and comparing. */
export function printValue(value: unknown, options: readonly Option[] = []): string {
  if (!isFilled(value)) return 'nothing'
  if (value === true) return 'Yes'
  if (value === false) return 'No'
  if (Array.isArray(value)) return value.map((entry) => printValue(entry, options)).join(', ')
  if (typeof value === 'object' && value !== null) {
    const parts = Object.entries(value).filter(([name, part]) => name !== '__typename' && isFilled(part))
    return parts.map(([, part]) => printValue(part, options)).join(' · ')
  }
  const text = String(value)
  return options.find(({ id }) => id === text)?.label ?? timeInWords(text)
}

const isInstant = (text: string) => /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/.test(text)

function timeInWords(text: string) {
  if (isDay(text)) return day(text)
  return isInstant(text) ? instant(text) : text
}
