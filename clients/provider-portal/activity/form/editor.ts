import type { ReactNode } from 'react'
import type { Option } from '../../../shared/ui/combo-field'
import type { FieldFrameProps, FieldIssue } from '../../../shared/ui/field'
import type { FormValues } from './form-values'

/** What an editor of one field is given. */
export interface EditorProps {
  /** Label, help, whether it is needed, and what is wrong. */
  frame: FieldFrameProps
  maxLength: number
  options: readonly Option[]
  values: FormValues
  onChange: (part: Partial<FormValues>) => void
  /** What is wrong with a part of the field, such as commercialSupport.0.amount. */
  issueAt: (path: string) => FieldIssue | undefined
}

/** Draws the field of one name. */
export type Editor = (props: EditorProps) => ReactNode
