import { once } from 'node:events'
import { certifyingBoards } from '../../reference/certifying-boards.js'
import { licensingBoards } from '../../reference/licensing-boards.js'
import { documentHash } from './document-hash.js'
import { aDocument, anEntry } from './testing/a-document.js'
import { type ReadPdf, readPdf } from './testing/read-pdf.js'
import type { TranscriptDocument, TranscriptEntry } from './transcript-document.js'
import { renderTranscript } from './transcript-pdf.js'

const verificationCode = 'K7QF2-9D3MX-0TVRB-4HWZ8'
const verifyAddress = `https://creditgraph.example/verify/${verificationCode}`

const render = (document: TranscriptDocument): Promise<ReadPdf> =>
  readPdf(renderTranscript(document, { hash: documentHash(document), verificationCode, verifyAddress }))

test('a transcript says whose it is, for which period, what was earned and where', async () => {
  const { pages } = await render(aDocument())
  expect(pages).toHaveLength(1)
  for (const text of [
    'Accredited Continuing Education Transcript',
    'Deirdre Anne Marchetti, MD',
    'Transcript Dates: January 1, 2026 – December 31, 2026',
    'NPI: 1234567893',
    'Maine Board of Licensure in Medicine MD23456',
    'American Board of Internal Medicine 219876',
    'Completion Date Activity Credits Earned',
    'Jun 30, 2026 Heart Failure Update for Primary Care Northern Light Institute for Medical Education',
    '7 AMA PRA Category 1 Credits™ 7 ABIM Points 7 Medical Knowledge',
  ])
    expect(pages[0]).toContain(text)
})

test('P02: an entry with points alone has no CME line', async () => {
  const { pages } = await render(
    aDocument({ entries: [anEntry({ cme: null })], totals: { ...aDocument().totals, credits: 0 } }),
  )
  expect(pages[0]).toContain('7 ABIM Points')
  expect(pages[0]).not.toContain('AMA PRA')
})

test('P04: half a credit is a “Credit”', async () => {
  const { pages } = await render(aDocument({ entries: [anEntry({ cme: { credits: 0.5 } })] }))
  expect(pages[0]).toContain('0.5 AMA PRA Category 1 Credit™ 7 ABIM Points')
})

test('P03: the totals name CME credits and the points of each board side by side', async () => {
  const { pages } = await render(aDocument())
  expect(pages[0]).toContain('Totals 7 AMA PRA Category 1 Credits™ 7 ABIM Points American Board of Internal Medicine')
})

test('a period without credit makes an honest transcript', async () => {
  const { pages } = await render(aDocument({ entries: [], totals: { credits: 0, pointsByBoard: [] } }))
  expect(pages).toHaveLength(1)
  expect(pages[0]).toContain('No accredited credit was reported in this period.')
  expect(pages[0]).not.toContain('Totals')
})

describe('200 entries', () => {
  const entries = Array.from({ length: 200 }, (_, index) => longEntry(index + 1))
  const document = aDocument({ entries })
  let pdf: ReadPdf

  beforeAll(async () => {
    pdf = await render(document)
  })

  test('take many pages, each with its number, the seal and the column titles (P08)', () => {
    expect(pdf.pages.length).toBeGreaterThan(20)
    pdf.pages.forEach((text, index) => {
      expect(text).toContain('OFFICIAL TRANSCRIPT')
      expect(text).toContain(`Page ${index + 1} of ${pdf.pages.length}`)
      // In US Central time it is still the day before.
      expect(text).toContain('Published November 22, 2026')
      expect(text).toContain('The listed activities and credit were reported by accredited providers.')
      expect(text).toContain(`Verification code ${verificationCode} at ${verifyAddress}`)
      expect(text).toContain(`SHA-256 ${documentHash(document)}`)
      if (text.includes('Provider #')) expect(text).toContain('Completion Date Activity Credits Earned')
    })
  })

  test('are never split: every row stands whole on one page, and in order', () => {
    const places = entries.map(({ activityTitle, providerName }, index) =>
      pdf.pages.findIndex((text) => text.includes(`${activityTitle} ${providerName} ${index + 1} AMA PRA`)),
    )
    expect(places).not.toContain(-1)
    expect(places).toEqual([...places].sort((one, other) => one - other))
    entries.forEach((_, index) => {
      expect(pdf.pages[places[index] ?? 0]).toContain(`${index + 1} Patient Safety no. ${index + 1}.`)
    })
  })

  test('leave the footer alone', () => expectFootersAlone(pdf))
})

test('a physician with a license of every board and every certification still leaves room for the footer', async () => {
  const licenses = [...licensingBoards.values()].map(({ code, name, state }) => ({
    state,
    board: code,
    boardName: name,
    licenseNumber: 'MD1234567',
  }))
  const certifications = Object.entries(certifyingBoards).map(([board, { name }]) => ({
    board,
    boardName: name,
    boardId: '1234567890',
  }))
  const pdf = await render(aDocument({ member: { ...aDocument().member, licenses, certifications } }))
  expect(pdf.pages[0]).toContain('Wyoming Board of Medicine MD1234567')
  await expectFootersAlone(pdf)
})

test('a reader who leaves early stops the drawing', async () => {
  const document = aDocument({ entries: Array.from({ length: 300 }, (_, index) => longEntry(index)) })
  const pdf = renderTranscript(document, { hash: documentHash(document), verificationCode, verifyAddress })
  await once(pdf, 'readable')
  pdf.destroy()
  await once(pdf, 'close')
  expect(pdf.readableEnded).toBe(false)
})

test('names of the world are written with their own letters', async () => {
  const familyName = 'Wójcik Nguyễn Ōta José Muñoz-Ibáñez Þórður Çelik Ștefan Østergård'
  const { pages } = await render(aDocument({ member: { ...aDocument().member, givenName: 'Łukasz', familyName } }))
  expect(pages[0]).toContain(`Łukasz Anne ${familyName}, MD`)
})

test('letters that were typed in two parts and unseen marks do no harm', async () => {
  const entry = anEntry({ activityTitle: 'Caf\u0065\u0301\u0000 \u202Erounds\u202C\nfor all' })
  const { pages } = await render(aDocument({ entries: [entry] }))
  expect(pages[0]).toMatch(/Café ?rounds for all/)
})

test('the same transcript has the same bytes', async () => {
  const [one, other] = [await render(aDocument()), await render(aDocument())]
  expect(one.bytes.equals(other.bytes)).toBe(true)
})

test('software for the blind finds title, language, headings and table', async () => {
  const { proxy } = await render(aDocument())
  const { info } = await proxy.getMetadata()
  expect(info).toMatchObject({ Title: 'Accredited Continuing Education Transcript', Language: 'en-US' })
  expect(await proxy.getMarkInfo()).toMatchObject({ Marked: true })
  const roles = rolesOf(await (await proxy.getPage(1)).getStructTree())
  expect(roles).toEqual(expect.arrayContaining(['H1', 'Table', 'THead', 'TH', 'TBody', 'TR', 'TD', 'H2', 'Link']))
})

function longEntry(number: number): TranscriptEntry {
  const words = ' continuing education'.repeat((number % 4) * 4)
  return anEntry({
    activityTitle: `Activity #${number}:${words} ends here.`,
    providerName: `Provider #${number}`,
    cme: { credits: number },
    moc: [
      {
        board: 'ABIM',
        boardName: 'American Board of Internal Medicine',
        points: 7,
        lines: [{ creditType: 'PS', label: `Patient Safety no. ${number}.`, points: number }],
      },
    ],
  })
}

async function expectFootersAlone({ pages, proxy }: ReadPdf): Promise<void> {
  const footerTop = 86
  for (let number = 1; number <= pages.length; number += 1) {
    const { items } = await (await proxy.getPage(number)).getTextContent()
    const low = items.flatMap((item) => ('str' in item && item.transform[5] < footerTop ? [item.str] : [])).join(' ')
    expect(low.trim()).toMatch(/^OFFICIAL TRANSCRIPT/)
  }
}

interface Tagged {
  role?: string
  children?: readonly object[]
}

const rolesOf = ({ role, children = [] }: Tagged): string[] => [
  ...(role ? [role] : []),
  ...children.flatMap((child) => rolesOf(child)),
]
