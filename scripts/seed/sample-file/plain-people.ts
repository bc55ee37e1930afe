import { physician, type SamplePerson } from './sample-person.js'

const givenNames = words(`
  Aaron Alice Amelia Anders Anita Anton Beatrix Bernard Bianca Boris Brandon Bridget Calvin Camille Carmen Cedric
  Celeste Claire Clara Colin Cyrus Dalia Damian Daphne Darius Delia Desmond Diana Dorian Edith Edmund Elena Eloise
  Emil Erica Esther Evan Fabian Farah Felix Fiona Flora Gareth Gemma Gideon Gloria Graham Greta Hannah Harriet Hector
  Helen Hugo Ida Imani Irene Isaac Ivan Jasmine Jerome Joan Joel Jonas Judith Julian Karen Keith Kirsten Lara Laurel
  Leah Leo Lionel Lucia Luther Lydia Marcus Marina Martha Maxine Miles Miriam Monica Nadia Naomi Neil Nora Norman Oliver
  Olga Oscar Paula Petra Philip Phoebe Quentin Rachel Ramona Ravi Regina Roland Rosa Ruth Sandra Silas Simon Sonia Stella
  Sylvia Tara Theo Thora Ursula Vera Victor Violet Walter Wanda Wesley Yara Yusuf Zoe
`)

const familyNames = words(`
  Abernathy Achterberg Adebayo Ainsworth Albrecht Almeida Ambrose Andersson Appleton Arsenault Ashdown Atwater Babin
  Bainbridge Balakrishnan Barnaby Beaulieu Bellweather Bergstrom Blackwood Bouchard Brackett Bramwell Brightman Brunelle
  Burbank Caldwell Cantrell Carmichael Castellano Chadbourne Chapdelaine Cheswick Cloutier Colbath Copeland Cordova
  Crabtree Cunningham Cutler Dagenais Danforth Davenport Delacroix Denholm Desjardins Dimitrov Donovan Dragonetti Dunmore
  Eastman Eddington Ellsworth Emberton Engstrom Eriksen Estabrook Fairbanks Farnsworth Faulkner Feinberg Fenderson
  Fitzgerald Fontaine Forsythe Fournier Frankel Gagnon Galbraith Gallagher Garrison Gaudette Gilchrist Goldsmith Goodwin
  Grafton Greenleaf Grindle Guerrero Gupta Hadlock Hallowell Hammond Harkness Hathaway Haverford Hendricks Hobbs
  Holbrook Hollingsworth Ibrahim Ingersoll Jankowski Jellison Johansson Kaplan Kavanagh Kimball Kowalczyk Lachance
  Lagrange Lapointe Larrabee Leighton Levesque Libby Lombardi Lovejoy Mackenzie Madigan Magnusson Mahoney Malloy
  Marchand Mayhew McAllister McKinnon Merriweather Michaud Mitchell Moretti Mukherjee Nakamura Nickerson Nordstrom
  Oakes Okonkwo Olafsson Ouellette Pelletier Pemberton Perreault Pinkham Plourde Quimby
`)

/** What the licenses of a state look like; the n-th number of each. */
const numberOf: Readonly<Record<string, (n: number) => string>> = {
  ME: (n) => `MD${31_000 + n * 7}`,
  NH: (n) => String(52_000 + n * 11),
  MA: (n) => String(271_000 + n * 13),
  VT: (n) => `042.00${41_000 + n * 3}`,
  CT: (n) => `0${63_000 + n * 5}`,
  NY: (n) => String(318_000 + n * 17),
  MI: (n) => String(4_301_600_000 + n * 19),
}

/** The institute is in Maine, and so are most of its learners. */
const states = [
  'ME',
  'ME',
  'ME',
  'NH',
  'ME',
  'ME',
  'MA',
  'ME',
  'VT',
  'ME',
  'CT',
  'ME',
  'NH',
  'ME',
  'NY',
  'ME',
  'MI',
] as const

/** Physicians with whom nothing is special, each told from all others by family name and birthday. */
export const plainPeople: readonly SamplePerson[] = Array.from({ length: 269 }, (_, i) => {
  const name = `${at(givenNames, i * 5)}|${at(familyNames, i)}`
  const state = at(states, i)
  return physician(1001 + i, name, `${1 + ((i * 7) % 12)}/${1 + ((i * 11) % 28)}`, {
    middleName: i % 3 === 0 ? at(givenNames, i * 7 + 3) : null,
    degree: i % 13 === 5 ? 'DO' : 'MD',
    licensed: { [state]: numberOf[state]?.(i) ?? '' },
    boards: { ABIM: String(340_000 + i * 3), ABS: String(70_000 + i), ABP: String(910_000 + i) },
  })
})

function words(text: string): string[] {
  return text.trim().split(/\s+/)
}

function at<T>(list: readonly T[], place: number): T {
  const found = list[place % list.length]
  if (found === undefined) throw new Error('Nothing can be taken from an empty list.')
  return found
}
