import { ButtonLink } from '../../shared/ui/button'
import { Card } from '../../shared/ui/card'
import { paths } from '../paths'
import './what-to-do.css'

const steps = [
  {
    title: 'Give it up to 30 days',
    text: 'Providers have 30 days to report a completion, and some send their learners once a month. MOC points appear at once as “waiting”, and count when the board has answered.',
  },
  {
    title: 'Ask the provider here',
    text: 'Name the activity and the day. The provider sees your request, is reminded after 7 and 14 days, and has 30 days to answer. Until it confirms, nothing is counted.',
  },
  {
    title: 'Or hand over your reporting details',
    text: 'Most failed reports lack a license number, a board ID or the birthday. Send the provider your details and ask for the report to be sent again; nothing is ever counted twice.',
  },
  {
    title: 'For MOC, check the registration',
    text: 'Points reach a board only when the activity was registered for that board. Where it was, and the board certifies you, you can ask for the points along with the credit. If none are offered, ask the provider for which boards the activity was.',
  },
]

/** Why credit may not be here, and what to do about it. */
export function WhatToDo() {
  return (
    <Card title="When credit is missing">
      <ol className="steps">
        {steps.map(({ title, text }) => (
          <li key={title}>
            <h3>{title}</h3>
            <p className="soft reading">{text}</p>
          </li>
        ))}
      </ol>
      <ButtonLink kind="secondary" to={paths.details}>
        My reporting details
      </ButtonLink>
    </Card>
  )
}
