import fc from 'fast-check'
import { buildSchema } from 'graphql'
import { FrameLayout } from './frame-layout.js'
import { rootScan } from './scan-compiler.js'
import { ObjectShape } from './shape.js'
import { Tape } from './tape.js'

const schema = buildSchema(`
  enum Season { SPRING WINTER } scalar Amount
  type Query {
    Season: Season! Amount: Amount! Int: Int! Float: Float! String: String! ID: ID! Boolean: Boolean! lists: [[Int]!]
  }
`)

/** What looks through the answer to a query of one field. */
const scanOf = (name: string) => {
  const type = schema.getQueryType()
  const field = type?.getFields()[name]
  if (!type || !field) throw new Error(name)
  const layout = new FrameLayout(new ObjectShape(1, type, [{ name, type: field.type, object: undefined }]))
  return rootScan({ apiSchema: schema, layouts: new Map() }, layout)
}
const scans = new Map(Object.keys(schema.getQueryType()?.getFields() ?? {}).map((name) => [name, scanOf(name)]))

/** True where a field may have a value that is written so, at the end of an answer. */
const takes = (name: string, text: string, end = '}}') =>
  scans.get(name)?.(new Tape(Buffer.from(`{"data":{"${name}":${text}${end}`), []))

const rejected: readonly [type: string, text: string][] = [
  ['Int', '1.0'],
  ['Int', '01'],
  ['Int', '-0'],
  ['Int', '1e3'],
  ['Int', '"1"'],
  ['Int', '1234567890123456'],
  ['Int', ''],
  ['Int', 'null'],
  ['Float', '1.50'],
  ['Float', '.5'],
  ['Float', '1.'],
  ['Float', '-'],
  ['Float', '0.0000001'],
  ['Float', '1.5e3'],
  ['Float', '00.5'],
  ['String', '"a'],
  ['String', '"a\nb"'],
  ['String', '"\\/"'],
  ['String', '"\\u00e4"'],
  ['String', '"\\u000A"'],
  ['String', '"\\u000a"'],
  ['String', '"\\ud800"'],
  ['String', '5'],
  ['ID', '1.5'],
  ['ID', 'true'],
  ['Boolean', '"true"'],
  ['Boolean', 'tru'],
  ['Season', '"AUTUMN"'],
  ['Season', '"SPRING'],
  ['Season', 'SPRING'],
  ['Amount', '{}'],
  ['Amount', '[1]'],
]

test.each(rejected)('%s does not take %s as it stands', (type, text) => {
  expect(takes(type, text)).toBe(false)
})

test('whatever is taken as it stands is what JSON.stringify writes', () => {
  const letters = fc.stringMatching(/^[-0-9.eE+"\\unbtrae]{0,8}$/)
  fc.assert(
    fc.property(fc.constantFrom('Int', 'Float', 'String', 'ID', 'Boolean', 'Amount'), letters, (name, text) => {
      if (takes(name, text)) expect(JSON.stringify(JSON.parse(text))).toBe(text)
    }),
    { numRuns: 5_000 },
  )
})

test('what JSON.stringify writes of texts and short numbers is taken', () => {
  const quarters = fc.integer({ min: -4_000_000, max: 4_000_000 }).map((count) => count / 4)
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.integer(), quarters, (string, whole, quarter) => {
      for (const [name, value] of Object.entries({ String: string, ID: string, Int: whole, Amount: quarter }))
        expect(takes(name, JSON.stringify(value))).toBe(true)
    }),
  )
})

test('nulls and lists are taken where they may stand', () => {
  for (const text of ['null', '[]', '[[]]', '[[1]]', '[[1,null,-3],[],[2]]']) expect(takes('lists', text)).toBe(true)
  for (const text of ['[', '[[1', '[[1]', '[1]', '[[1,]]', '[[,1]]', '[[1;2]]', '[null]', '[["1"]]', '[[nul]]', ''])
    expect(takes('lists', text)).toBe(false)
})

test('an answer may end with a line break, and with nothing else', () => {
  for (const end of ['}}', '}}\n']) expect(takes('Boolean', 'true', end)).toBe(true)
  for (const end of ['', '}', '} }', '}} ', '}}\n\n', '}}}']) expect(takes('Boolean', 'true', end)).toBe(false)
})
