import { skipToken, useQuery } from '@apollo/client/react'
import { ChevronDown } from 'lucide-react'
import { useState } from 'react'
import { Button as AriaButton, Disclosure, DisclosurePanel, Heading } from 'react-aria-components'
import { graphql } from '../../graphql'
import { stateName, states } from '../../shared/credit/states'
import { type FieldIssue, TextLine } from '../../shared/ui/field'
import { SelectField } from '../../shared/ui/select-field'
import { SuggestField } from '../../shared/ui/suggest-field'
import { birthdayInWords, parseBirthday, printBirthday } from '../learner-entry/birthday'
import type { Answer } from './answer'
import { type LearnerField, needsBoardId, stateOf, type TypedLearner } from './typed-learner'

const BoardsQuery = graphql(`
  query BoardsToValidate {
    activityForm {
      boards {
        code
        name
      }
    }
  }
`)

/** What the fields are called. */
export const fieldLabels: Record<LearnerField, string> = {
  givenName: 'First name',
  middleName: 'Middle name',
  familyName: 'Last name',
  suffix: 'Suffix',
  birthday: 'Month and day of birth',
  licensingState: 'State of licensure',
  licenseOrNpi: 'License number or NPI',
  board: 'Certifying board',
  boardId: 'Board ID',
}

const noBoard = 'NONE'
const stateSuggestions = states.map(({ id, label }) => `${label} (${id})`)
const seldom: readonly LearnerField[] = ['middleName', 'suffix', 'board', 'boardId']

interface LearnerFormProps {
  draft: TypedLearner
  answer: Answer | undefined
  onChange: (part: Partial<TypedLearner>) => void
}

/** How a learner is identified: what is always needed, and behind one button what seldom is. */
export function LearnerForm({ draft, answer, onChange }: LearnerFormProps) {
  const [opened, setOpened] = useState(false)
  const [typing, setTyping] = useState<LearnerField>()
  const isAsked = seldom.some((field) => draft[field] !== '' || answer?.marks[field])
  const isOpen = opened || isAsked
  const boards = useQuery(BoardsQuery, isOpen ? {} : skipToken).data?.activityForm.boards ?? []
  const marks = { ...answer?.marks, ...unreadable(draft, typing) }
  const line = (field: LearnerField) => ({
    label: fieldLabels[field],
    value: draft[field],
    onChange: (text: string) => {
      setTyping(field)
      onChange({ [field]: text })
    },
    issue: marks[field],
  })
  const place = (field: LearnerField) => ({
    'data-field': field,
    'data-asked': answer?.ask?.field === field || undefined,
  })
  return (
    <div className="stack">
      <div className="grid">
        <div {...place('givenName')}>
          <TextLine {...line('givenName')} />
        </div>
        <div {...place('familyName')}>
          <TextLine {...line('familyName')} />
        </div>
        <div {...place('birthday')}>
          <TextLine
            {...line('birthday')}
            placeholder="mm/dd"
            hint={birthdayHint(draft.birthday)}
            maxLength={30}
            onBlur={() => {
              setTyping(undefined)
              const birthday = parseBirthday(draft.birthday)
              if (birthday) onChange({ birthday: printBirthday(birthday) })
            }}
          />
        </div>
        <div {...place('licensingState')}>
          <SuggestField
            {...line('licensingState')}
            suggestions={stateOf(draft.licensingState) ? [] : stateSuggestions}
            hint={stateHint(draft.licensingState)}
            optional={draft.board !== ''}
          />
        </div>
        <div {...place('licenseOrNpi')}>
          <TextLine {...line('licenseOrNpi')} optional hint="Settles it where names repeat." />
        </div>
      </div>
      <Disclosure className="learner-more" isExpanded={isOpen} onExpandedChange={setOpened}>
        <Heading level={3}>
          <AriaButton slot="trigger" className="button" data-kind="quiet" data-size="s">
            <ChevronDown size={16} aria-hidden="true" /> Middle name, suffix, certifying board
          </AriaButton>
        </Heading>
        <DisclosurePanel>
          <div className="grid">
            <div {...place('middleName')}>
              <TextLine {...line('middleName')} optional />
            </div>
            <div {...place('suffix')}>
              <TextLine {...line('suffix')} optional hint="Such as Jr or III." />
            </div>
            <div {...place('board')}>
              <SelectField
                {...line('board')}
                optional
                options={[
                  { id: noBoard, label: 'None' },
                  ...boards.map(({ code, name }) => ({ id: code, label: `${code} – ${name}` })),
                ]}
                value={draft.board.toUpperCase() || noBoard}
                onChange={(board) => onChange({ board: board === noBoard ? '' : board })}
              />
            </div>
            <div {...place('boardId')}>
              <TextLine
                {...line('boardId')}
                optional={!needsBoardId(draft.board)}
                hint="As the board issued it; its site shows it."
              />
            </div>
          </div>
        </DisclosurePanel>
      </Disclosure>
    </div>
  )
}

type Marks = Partial<Record<LearnerField, FieldIssue>>

/** Says of what stands in a field that it is no birthday or no state, once it is not being typed any more. */
function unreadable({ birthday, licensingState }: TypedLearner, typing: LearnerField | undefined): Marks {
  const state = licensingState.trim().toUpperCase()
  const beginsOne = stateSuggestions.some((each) => each.toUpperCase().startsWith(state))
  const marks: Marks = {}
  if (birthday && typing !== 'birthday' && !parseBirthday(birthday))
    marks.birthday = { tone: 'error', text: 'Write month and day, such as 9/10 or Sep 10.' }
  if (state && !beginsOne && !stateOf(state))
    marks.licensingState = { tone: 'error', text: 'Write a state, such as Maine or ME.' }
  return marks
}

function birthdayHint(text: string) {
  const birthday = parseBirthday(text)
  return birthday ? birthdayInWords(birthday) : 'Such as 9/10 or Sep 10. Never the year.'
}

function stateHint(text: string) {
  const code = stateOf(text)
  return code && text.trim().length === 2 ? stateName(code) : 'Name or two letters.'
}
