import { TestEnvironment } from 'jest-environment-node'

/** Tests of Apollo Server that our adapter fails on purpose, with the reason. */
const stricter = {
  'throws an error if POST body is empty': 'A body that is not JSON has the status for it, 415 instead of 400.',
  'throws an error if invalid content-type': 'A body that is not JSON has the status for it, 415 instead of 400.',
  'CSRF prevention default': 'A form of another site is refused for its media type, with 415, before its body is read.',
  'cache-control runs when cache-control is disabled':
    'Where the server says nothing of caches, none may keep an answer.',
  'cache-control not set without any hints with if-cacheable':
    'Where the server says nothing of caches, none may keep an answer.',
}

/** Where those tests have to fail and all others to pass; a name that no test has is an error too. */
export default class StricterThanApollo extends TestEnvironment {
  unseen = new Set(Object.keys(stricter))

  handleTestEvent(event) {
    if (event.name === 'test_start') {
      const name = Object.keys(stricter).find((name) => fullName(event.test).endsWith(` ${name}`))
      if (!name) return
      this.unseen.delete(name)
      event.test.failing = true
    }
    if (event.name === 'run_finish' && this.unseen.size)
      throw new Error(`No test of Apollo Server is called ${[...this.unseen].join(', ')}.`)
  }
}

const fullName = ({ name, parent }) => (parent ? `${fullName(parent)} ${name}` : name)
