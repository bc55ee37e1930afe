import { sandboxClaims } from '../../../gateway/partner/sandbox/sandbox-viewer.js'
import { demoAccounts } from './demo-people.js'

const account = { accountId: 'pat', displayName: 'Pat' }
const tried = demoAccounts.filter(({ accountId, role }) => role !== 'OPERATOR' && accountId !== 'bo')

test.each(tried)(
  'whoever tries the sandbox as $role stands for $displayName, who is in every made-up world',
  (person) => {
    const { role } = person
    if (role === 'OPERATOR') throw new Error('Operators are left out above.')
    expect(sandboxClaims(account, role)).toEqual({ ...person, ...account })
  },
)
