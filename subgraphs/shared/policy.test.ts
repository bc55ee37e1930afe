import { codeOf } from './errors.js'
import { Policies } from './policy.js'

class Door {
  constructor(readonly owner: string) {}
}
class Window {}
class TrapDoor {}

const policies = new Policies<string>().allow('open', Door, (viewer, door) => door.owner === viewer)

test('a sentence allows what it says and nothing else', () => {
  expect(policies.can('ada', 'open', new Door('ada'))).toBe(true)
  expect(policies.can('bo', 'open', new Door('ada'))).toBe(false)
})

test('a verb or a noun without a sentence is refused', () => {
  expect(policies.can('ada', 'close', new Door('ada'))).toBe(false)
  expect(policies.can('ada', 'open', new Window())).toBe(false)
})

test('a refusal is FORBIDDEN and says what was refused', () => {
  const refused = () => policies.must('bo', 'open', new Door('ada'))
  expect(refused).toThrow('You may not open this door.')
  expect(() => policies.must('bo', 'open', new TrapDoor())).toThrow('You may not open this trap door.')
  try {
    refused()
  } catch (error) {
    expect(codeOf(error)).toBe('FORBIDDEN')
  }
})

test('two sentences about the same thing are a mistake', () => {
  expect(() => new Policies<string>().allow('open', Door, () => true).allow('open', Door, () => false)).toThrow(
    'two sentences',
  )
})
