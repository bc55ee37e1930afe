import fc from 'fast-check'
import { LevelMemory } from './level-memory.js'

test('a level is found again or not known, and never that of another cell or name', () => {
  const number = fc.oneof(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 100_000_000 }))
  const kept = fc.record({ cell: number, name: number, level: fc.integer({ min: 1, max: 15 }) })
  fc.assert(
    fc.property(fc.array(kept, { minLength: 1 }), (all) => {
      const memory = new LevelMemory()
      const levels = new Map<string, number>()
      for (const { cell, name, level } of all) {
        const known = memory.find(cell, name)
        if (known !== 0) expect(known).toBe(levels.get(`${cell} ${name}`))
        levels.set(`${cell} ${name}`, memory.keep(cell, name, level))
        expect(memory.find(cell, name)).toBe(level)
      }
      const [{ cell, name } = { cell: 0, name: 0 }] = all
      memory.forget()
      expect(memory.find(cell, name)).toBe(0)
    }),
    { numRuns: 20 },
  )
})
