import { ButtonLink } from '../../shared/ui/button'
import { Card } from '../../shared/ui/card'
import { Page } from '../../shared/ui/page'
import { paths } from '../paths'
import './missing-credit.css'

const steps = [
  {
    title: 'Give it up to 30 days',
    text: 'Providers have 30 days to report a completion, and some send their learners once a month. MOC points appear at once as “waiting”, and count when the board has answered.',
  },
  {
    title: 'Ask whether the provider reports',
    text: 'Reporting learners’ credit is optional for providers. The provider that gave the activity is the only one who can report it: neither you nor CreditGraph can add it.',
  },
  {
    title: 'Hand over your reporting details',
    text: 'Most failed reports lack a license number, a board ID or the birthday. Send the provider your details and ask for the report to be sent again; nothing is ever counted twice.',
  },
  {
    title: 'For MOC, check the registration',
    text: 'Points reach a board only when the activity was registered for that board. Ask the provider for which boards it was.',
  },
]

/** Why credit may not be here, and what to do about it. */
export function MissingCreditPage() {
  return (
    <Page
      title="When credit is missing"
      lead="Credit is here as soon as its provider has reported it. If some is not, go through these steps in order."
    >
      <Card>
        <ol className="steps">
          {steps.map(({ title, text }) => (
            <li key={title}>
              <h2>{title}</h2>
              <p className="soft reading">{text}</p>
            </li>
          ))}
        </ol>
        <ButtonLink to={paths.details}>My reporting details</ButtonLink>
      </Card>
    </Page>
  )
}
