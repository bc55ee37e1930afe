import { type EnumType, isCustomScalarType, isEnumType, type ScalarType } from '@apollo/federation-internals'
import { jsonText } from './json-text.js'
import { Unfitting, Unsupported } from './unsupported.js'

export type Write = (value: unknown) => string

/** Writes values of a scalar or an enum; what the stock executor would refuse is Unfitting. */
export function leafWriter(type: ScalarType | EnumType): Write {
  if (isEnumType(type)) return enumWriter(new Set(type.values.map(({ name }) => name)))
  if (isCustomScalarType(type)) return (value) => (typeof value === 'string' ? jsonText(value) : JSON.stringify(value))
  const write = builtIn[type.name]
  if (!write) throw new Unsupported(type.name)
  return write
}

const enumWriter =
  (names: ReadonlySet<string>): Write =>
  (value) => {
    if (typeof value === 'string' && names.has(value)) return `"${value}"`
    throw new Unfitting()
  }

const whole: Write = (value) => {
  if (Number.isInteger(value) && Math.abs(Number(value)) < 1e21) return JSON.stringify(value)
  throw new Unfitting()
}

const text: Write = (value) => {
  if (typeof value === 'string') return jsonText(value)
  throw new Unfitting()
}

const builtIn: Readonly<Record<string, Write>> = {
  Int: whole,
  String: text,
  ID: (value) => (typeof value === 'string' ? jsonText(value) : whole(value)),
  Float: (value) => {
    if (typeof value === 'number' && Number.isFinite(value)) return JSON.stringify(value)
    throw new Unfitting()
  },
  Boolean: (value) => {
    if (typeof value === 'boolean') return value ? 'true' : 'false'
    throw new Unfitting()
  },
}
