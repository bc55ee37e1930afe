import { parseState } from '../../../../subgraphs/reference/states.js'
import type { Physician } from '../population/physician.js'
import type { Cells } from '../rows/cells.js'

const decoration = /[,\s]+(?:MD|M\.D\.|DO|D\.O\.|PhD|MPH|FACP|FAAP|F\.A\.C\.S\.|Jr|Sr|II|III|IV)\.?$/i
const nothing = /^(?:n\/a|na|none|-|unknown|xxx|0|tbd)?$/i

/**
 * True when a row as it was typed fits a physician. It reads the cells by itself and knows nothing of how they were made:
 * a second opinion on the labels, too slow for more than a few thousand people.
 */
export function typedFits(
  cells: Cells,
  physician: Physician,
  areNicknames: (one: string, other: string) => boolean,
): boolean {
  return (
    (!cells.birth_month || Number(cells.birth_month) === physician.birthMonth) &&
    (!cells.birth_day || Number(cells.birth_day) === physician.birthDay) &&
    numbersFit(cells, physician) &&
    lastFits(cells, physician) &&
    firstFits(cells, physician, areNicknames)
  )
}

function lastFits({ last, suffix: typed }: Cells, physician: Physician): boolean {
  const name = letters(undecorated(last))
  const suffix = letters(given(typed)) || letters(/[\s,](Jr|Sr|II|III|IV)\.?(?:$|[\s,])/i.exec(last)?.[1] ?? '')
  const isBorne = [physician.last, physician.formerLast].some((borne) => borne !== '' && letters(borne) === name)
  return isBorne && (!suffix || !physician.suffix || suffix === letters(physician.suffix))
}

function firstFits(cells: Cells, physician: Physician, areNicknames: (one: string, other: string) => boolean): boolean {
  const [own, middle] = [letters(physician.first), letters(physician.middle)]
  if (!agree(letters(given(cells.middle)), middle)) return false
  const name = letters(undecorated(cells.first))
  const words = undecorated(cells.first).split(/\s+/).map(letters)
  const [front = '', back = ''] = [words[0], words.slice(1).join('')]
  const isCalled = (called: string) => called === own || areNicknames(own, called)
  if (back !== '' && isCalled(front)) return agree(back, middle)
  return isCalled(name) || (name.length === 1 && own.startsWith(name))
}

function numbersFit(cells: Cells, { licenses, npi, boards }: Physician): boolean {
  const state = parseState(cells.state)
  const license = digits(given(cells.license))
  const there = licenses.filter((held) => !state || held.state === state)
  return (
    there.length > 0 &&
    (!license || there.some(({ number }) => digits(number) === license)) &&
    (!given(cells.npi) || cells.npi.replace(/\.0$/, '').replace(/\D/g, '') === npi) &&
    (!given(cells.board_id) || boards.some(({ board, id }) => cells.board_id === `${board}:${id}`))
  )
}

function undecorated(text: string): string {
  let name = unspoilt(text)
    .trim()
    .replace(/^Dr\.\s*/i, '')
  while (decoration.test(name)) name = name.replace(decoration, '')
  return name
}

/** Reads Latin-1 as the UTF-8 it was. */
function unspoilt(text: string): string {
  const once = Buffer.from(text, 'latin1').toString('utf8')
  return /Ã|Â/i.test(text) && !once.includes('\ufffd') ? once : text
}

const given = (cell: string) => (nothing.test(cell.trim()) ? '' : cell.trim())
const letters = (text: string) =>
  text
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^a-z]/g, '')
const digits = (text: string) => text.replace(/\D/g, '').replace(/^0+/, '')
const agree = (one: string, other: string) => one.startsWith(other) || other.startsWith(one)
