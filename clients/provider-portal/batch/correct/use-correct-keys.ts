import { type RefObject, useEffect } from 'react'

/**
 * Enter goes on to the next row, Alt+Enter takes what is proposed first. The first cell in question has the focus as soon
 * as there are rows.
 */
export function useCorrectKeys(list: RefObject<HTMLUListElement | null>, hasRows: boolean) {
  useEffect(() => {
    const element = list.current
    if (!element || !hasRows) return
    offIn(element)?.focus({ preventScroll: true })
    const onKeyDown = (event: KeyboardEvent) => {
      const field = event.target
      if (event.key !== 'Enter' || !(field instanceof HTMLInputElement)) return
      event.preventDefault()
      const row = field.closest('[data-row]')
      const proposal = field.closest('.correct-cell')?.querySelector<HTMLElement>('[data-proposal]')
      if (event.altKey) proposal?.click()
      const cells = [...element.querySelectorAll<HTMLElement>('[data-off] input')]
      const next = cells.find((cell) => isBehind(cell, field) && cell.closest('[data-row]') !== row)
      next?.focus()
      next?.scrollIntoView({ block: 'nearest' })
    }
    element.addEventListener('keydown', onKeyDown)
    return () => element.removeEventListener('keydown', onKeyDown)
  }, [list, hasRows])
}

const offIn = (element: Element) => element.querySelector<HTMLElement>('[data-off] input')

const isBehind = (one: Node, other: Node) =>
  Boolean(other.compareDocumentPosition(one) & Node.DOCUMENT_POSITION_FOLLOWING)
