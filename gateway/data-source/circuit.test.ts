import { Circuit } from './circuit.js'

test('a subgraph that fails three times is left alone, then tried by one request at a time', () => {
  let now = 0
  const circuit = new Circuit({ failures: 3, restMs: 100 }, () => now)
  const fails = () => {
    expect(circuit.admits()).toBe(true)
    circuit.failed()
  }
  fails()
  fails()
  circuit.succeeded()
  fails()
  fails()
  fails()
  expect(circuit.admits()).toBe(false)
  now = 99
  expect(circuit.admits()).toBe(false)
  now = 100
  expect([circuit.admits(), circuit.admits()]).toEqual([true, false])
  circuit.failed()
  expect(circuit.admits()).toBe(false)
  now = 200
  expect([circuit.admits(), circuit.admits()]).toEqual([true, false])
  circuit.succeeded()
  expect([circuit.admits(), circuit.admits()]).toEqual([true, true])
})
