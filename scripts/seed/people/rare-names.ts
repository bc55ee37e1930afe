import type { NamingTradition } from '../../../subgraphs/reference/name-frequencies.js'
import type { Random } from '../random/random.js'
import { Weighted } from '../random/weighted.js'

/** Syllables of which a family name of one origin is put together; the first of a list come up most. */
interface Syllables {
  first: readonly string[]
  middle: readonly string[]
  last: readonly string[]
}

const words = (text: string) => ['', ...text.split(' ')]
const syllables = (first: string, middle: string, last: string): Syllables => ({
  first: first.split(' '),
  middle: words(middle),
  last: last.split(' '),
})

const english = syllables(
  'Ash Brad Har Wins Hart Thorn Elling Bram Chad Marl Stan Hol Wal Ald Cran Pem Sel Tren Whit Lang Farn Den Rad Hemp Kings Wood Aller Bux Cot Dray Ever Fen Gar Hur Kel Lock Mal Nor Ock Pur',
  'ing er en le s ber al',
  'ton ley ford well worth field ham wick bury stead combe croft gate more den hurst land shaw man thorpe',
)
const german = syllables(
  'Hof Stein Rosen Wein Eich Kauf Zimm Brand Schon Gold Lind Lehr Reich Berg Ritt Vogel Kram Ober Nieder Alt Baum Drei Ehren Feld Grun Haber Kess Loch Neu Opp Pfeif Roth Sand Tann Ull Wald',
  'en er el ing s',
  'mann berger stein bach hauser meyer feld bauer holz wald baum schmidt dorf hoff thal ner ler inger',
)
const italian = syllables(
  'Bel Cas Mar Fer Ros Car Mon Pal San Fal Gal Bar Cor Del Gua Lom Man Pas Ran Sca Tor Ven Zan Bri Cap Don Fan Gri Lan Mas Nic Pel Riz Sal Tam Vis',
  't tr ell ard in ar ol is ett and ucc',
  'elli ini ino ucci etti one ani aro ato acci ello oni iero ese asi',
)
const slavic = syllables(
  'Kow Now Wis Dab Lew Zie Jan Maz Woj Kra Pie Gra Sto Kar Bor Cza Dro Gor Hal Jab Kos Lis Mal Ole Paw Rad Sik Tom Urb Wal Zar Bal Chm Dud Fil Gaw',
  'al ow in an er ic osz ar yk iel on czy',
  'ski czyk wicz enko ovic sky ak ek uk kowski nowski iec owicz ik ov',
)
const northern = syllables(
  'Lind Berg Sand Gust Hall Ek Holm Sod Nor Lund Ost Wester Ny Back Dahl Engs Fors Gran Hag Kjel Lof Mar Nils Ras Stor Thor Van_der_ Van_den_ Ves Wik',
  'er en e s el a',
  'strom quist berg gren dahl sen son holm lund gaard vik stad mark hoven kamp veld stra huis',
)
const celtic = syllables(
  'Mac Mc O’ Kil Fitz Gil Bal Dun Cal Kin Tir',
  'Don Lor Car Ken Bren Dal Kee Ran Shan Tav Gar Fad Con Mor',
  'nell ley nan rick gan ragh dale van aghan erty lane loch nish more an',
)
const french = syllables(
  'Beau Bois Char Dum Fon Gau Lam La Le Mon Des Du Per Roch Saint- Ber Cou Del Font Gui',
  'bert tier lan mar ch ron tel iss av ill and',
  'eau ier ault ette elle aine ard eux in on ais oux aud',
)
const greek = syllables(
  'Papa Pana Kara Dimo Geor Theo Kon Anto Nik Stav Hadji Vas Chris Kyr',
  'dim geo gian kos nas stam th ni la ri mo',
  'opoulos akis idis iadis ou atos akos ellis oglou',
)
const spanish = syllables(
  'Al Bar Car Es Gar Mon Or Pal Que Riv Sal Tor Val Ver Zam Bal Cas Del Fer Gal Men Oliv Per Ram Sol',
  'a ar co den era in ol ta ti ue van',
  'eda ales illo anza ero uela ado osa ares ondo oya erra ano ejo edo',
)
const southAsian = syllables(
  'Ven Sub Rama Krish Chandra Nara Rag Sri Gana Kri Muth Pad Raja San Thi Vij Bala Dev Gop Jaya Kar Lak Man Nat Pra Sun Vis Agni Bhar Chid Dhan Gov Him Ila Jag Kes Meh Nim Ola Pan',
  'a ka na ra tha va la ma ya ga sha da',
  'swamy murthy nathan rajan appa lingam kar wala walla pati giri charya samy raman das kumar nandan sekhar vel eshwar ekar wani lia dia',
)
const eastAsian = syllables(
  'Naka Yama Ko Taka Fuji Matsu Ishi Mori Oka Hira Kita Nishi',
  'ba ga mo',
  'mura moto da ta yama gawa naka hara shima no guchi oka',
)
const middleEastern = syllables(
  'Al- El- Abu Ab Sha Ma Ha Ra Na Za Fa Ka Sa Ba Ta Ja Gha Mo Kho Bou',
  'ra ma ba ha da fa ga ka la na sa ta wa',
  'wi di mi ni ri zi shi bi kar zadeh pour nejad ian mand vand oglu ari ani eh awi our',
)

const origins: Record<NamingTradition, Weighted<Syllables>> = {
  GENERAL: new Weighted([
    [english, 26],
    [german, 18],
    [slavic, 18],
    [italian, 12],
    [northern, 9],
    [french, 7],
    [celtic, 5],
    [greek, 5],
  ]),
  HISPANIC: new Weighted([[spanish, 1]]),
  SOUTH_ASIAN: new Weighted([[southAsian, 1]]),
  EAST_ASIAN: new Weighted([[eastAsian, 1]]),
  MIDDLE_EASTERN: new Weighted([[middleEastern, 1]]),
}

/** A family name that few people bear: the long tail of which no list of frequent names tells. */
export function rareName(random: Random, tradition: NamingTradition): string {
  const { first, middle, last } = origins[tradition].draw(random)
  const name = `${early(first, random)}${early(middle, random)}${early(last, random)}`.replaceAll('_', ' ')
  return name.replace(/([- ’])([a-z])/g, (_, mark: string, letter: string) => mark + letter.toUpperCase())
}

/** The front of a list more often than its end. */
function early<T>(list: readonly T[], random: Random): T | '' {
  return list[Math.floor(list.length * random.float() ** 1.7)] ?? ''
}
