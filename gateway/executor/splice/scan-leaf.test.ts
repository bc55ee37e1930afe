import fc from 'fast-check'
import { buildSchema, isLeafType } from 'graphql'
import { leafScan, listScan, MISFIT, orNull } from './scan-leaf.js'

const schema = buildSchema(
  'enum Season { SPRING WINTER } scalar Amount type Query { season: Season amount: Amount a: Int b: Float c: ID }',
)
const scanOf = (name: string) => {
  const type = schema.getType(name)
  if (!isLeafType(type)) throw new Error(name)
  return leafScan(type, schema)
}
const endOf = (name: string, text: string) => scanOf(name)(Buffer.from(`${text},`), 0)

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
  expect(endOf(type, text)).toBe(MISFIT)
})

test('whatever is taken as it stands is what JSON.stringify writes', () => {
  const letters = fc.stringMatching(/^[-0-9.eE+"\\unbtrae]{0,8}$/)
  fc.assert(
    fc.property(fc.constantFrom('Int', 'Float', 'String', 'ID', 'Boolean', 'Amount'), letters, (name, text) => {
      const end = endOf(name, text)
      if (end === MISFIT) return
      const taken = text.slice(0, end)
      expect(JSON.stringify(JSON.parse(taken))).toBe(taken)
    }),
    { numRuns: 5_000 },
  )
})

test('what JSON.stringify writes of texts and short numbers is taken', () => {
  const quarters = fc.integer({ min: -4_000_000, max: 4_000_000 }).map((count) => count / 4)
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.integer(), quarters, (string, whole, quarter) => {
      const [text, number, amount] = [string, whole, quarter].map((value) => JSON.stringify(value)) as [
        string,
        string,
        string,
      ]
      expect(endOf('String', text)).toBe(Buffer.byteLength(text))
      expect(endOf('Int', number)).toBe(number.length)
      expect(endOf('Amount', amount)).toBe(amount.length)
    }),
  )
})

test('nulls and lists are taken where they may stand', () => {
  const list = listScan(orNull(scanOf('Int')))
  for (const text of ['[]', '[1]', '[1,null,-3]']) expect(list(Buffer.from(`${text}}`), 0)).toBe(text.length)
  for (const text of ['[', '[1', '[1,]', '[,1]', '[1;2]', 'null', '["1"]', '[nul]'])
    expect(list(Buffer.from(text), 0)).toBe(MISFIT)
})
