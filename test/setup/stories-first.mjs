import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import Sequencer from '@jest/test-sequencer'

const stories = dirname(dirname(fileURLToPath(import.meta.url)))

/** Stories first, which take longest: begun late, one of them would run alone beside a processor with nothing to do. */
export default class StoriesFirst extends Sequencer {
  sort(tests) {
    const sorted = super.sort(tests)
    const isStory = ({ path }) => dirname(path) === stories
    return [...sorted.filter(isStory), ...sorted.filter((test) => !isStory(test))]
  }
}
