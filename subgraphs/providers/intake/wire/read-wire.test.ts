import { intakeLimits } from '../format/limits.js'
import { filesFolder, readAll, refusalOf, textsIn } from '../testing/files.js'

let files: Awaited<ReturnType<typeof filesFolder>>
beforeAll(async () => {
  files = await filesFolder()
})
afterAll(() => files.remove())

const activity = {
  ReportDescription: { ReportingStartDate: '2026-01-01', ReportingEndDate: '2026-12-31' },
  ActivityDescription: { commercialSupportAmount: [{ currency: 'USD', supportSource: 'Acme', value: 5000 }] },
  Lom: {
    general: {
      identifier: [
        { catalog: 'ACCME Activity ID', entry: '201577374' },
        { catalog: 'Provider Activity ID', entry: 'GR-1' },
        { catalog: 'URL', entry: 'https://cme.test/gr' },
      ],
      title: 'Grand Rounds; Spring: "A\\B"',
      description: 'Line one\nLine two',
    },
  },
  healthcareMetadata: {
    healthcareEducation: {
      credits: {
        activityCertification: 'AMA PRA Category 1',
        numberOfCredits: 1.5,
        nonAccreditedProvider: ['A; B', 'C'],
      },
      activityLocation: { city: 'Bangor', stateOrProvince: 'ME', country: 'USA' },
      startDateTime: '2026-03-01T23:59:59',
      endDateTime: '2026-03-02T00:00:00',
      activitySponsorship: 'joint',
      activityFormat: 'Live Course',
      commercialSupport: true,
      targetAudience: { profession: ['Physician'], specialty: ['Internal Medicine'] },
    },
  },
  participationMetrics: {
    participantsByCategory: [
      { category: 'physician', numberOfParticipants: 12 },
      { category: 'non-physician', numberOfParticipants: 0 },
    ],
  },
  XtensibleInfo: {
    ProviderID: '0008273',
    'isInterprofessional ': false,
    CommendationTags: ['Engages Teams'],
    InKindSupports: [{ supportSource: 'Beta' }],
    DeliveryMethods: ['In-Person', 'Live-Streamed'],
    MeasuredOutcomes: [{ outcome: 'Learner Knowledge', measurementTypes: ['Objective', 'Subjective'] }],
    MOCRegistrations: [
      {
        boardName: 'ABA',
        mocPoints: 1.5,
        MOCCreditType: ['Patient Safety'],
        specialties: ['Trauma'],
        CreditClaimDate: '2026-12-31T00:00:00',
      },
    ],
    ContentOutlines: [{ source: '01_ABAMCO', keys: [{ keyword: 'Tag ID', value: '7' }] }],
    ForPublicList: true,
    FeeForParticipation: 'No, it’s free',
    ActivityRegistration: 'Open to all',
    IsMeritBasedIncentivePaymentSystem: false,
    REMS: { type: 'Opioid Analgesic', relatedIdentifier: 'EG-123456-001' },
    StateContentTags: [{ domain: 'Opioids', topic: 'Prescribing' }],
    activityRecordAction: 'Update',
    closeActivityRecord: false,
  },
}
const cells = {
  recordAction: 'Update',
  activityId: '201577374',
  providerActivityId: 'GR-1',
  url: 'https://cme.test/gr',
  title: 'Grand Rounds; Spring: "A\\B"',
  description: 'Line one\nLine two',
  credits: '1.5',
  jointProviders: 'A\\; B; C',
  city: 'Bangor',
  state: 'ME',
  country: 'USA',
  startsOn: '2026-03-01T23:59:59',
  endsOn: '2026-03-02T00:00:00',
  providership: 'joint',
  activityFormat: 'Live Course',
  commercialSupportReceived: 'true',
  targetProfessions: 'Physician',
  specialties: 'Internal Medicine',
  physicianLearners: '12',
  otherLearners: '0',
  isInterprofessional: 'false',
  commendationTags: 'Engages Teams',
  inKindSupporters: 'Beta',
  deliveryMethods: 'In-Person; Live-Streamed',
  measuredOutcomes: 'Learner Knowledge:Objective,Subjective',
  board: 'ABA',
  points: '1.5',
  creditTypes: 'Patient Safety',
  practiceAreas: 'Trauma',
  creditClaimOn: '2026-12-31T00:00:00',
  contentOutline1: 'Tag ID:7',
  displayInPassport: 'true',
  fee: 'No, it’s free',
  registration: 'Open to all',
  isMips: 'false',
  remsType: 'Opioid Analgesic',
  remsIdentifier: 'EG-123456-001',
  stateContentTags: 'Opioids:Prescribing',
  close: 'false',
  supporter: 'Acme',
  supportAmount: '5000',
  supportCurrency: 'USD',
}
const document = (...records: object[]) =>
  JSON.stringify({ ACCMEActivities: { MedicalEducationMetrics: records } }, null, 1)

describe('JSON (5.7)', () => {
  test.each<[string, string | Uint8Array]>([
    ['the document of the draft', document(activity)],
    ['without blanks', JSON.stringify({ ACCMEActivities: { MedicalEducationMetrics: [activity] } })],
    ['a list alone', JSON.stringify([activity])],
    ['UTF-16', Buffer.from(`\uFEFF${document(activity)}`, 'utf16le')],
    [
      'other things around it',
      JSON.stringify({ version: 1, ACCMEActivities: { made: [{ by: 'us' }], MedicalEducationMetrics: [activity] } }),
    ],
  ])('%s', async (_, content) => {
    const { rows, shape } = await readAll(await files.text(content))
    expect([shape.format, rows.map((row) => [row.rowNumber, textsIn(row), row.issues])]).toEqual([
      'JSON',
      [[1, cells, []]],
    ])
  })

  test('one activity after the other, with the line of each', async () => {
    const { rows } = await readAll(await files.text(document(activity, {}, activity)))
    expect(rows.map(({ rowNumber }) => rowNumber)).toEqual([1, 2, 3])
    expect(rows[2] && textsIn(rows[2])).toEqual(cells)
    expect(rows.every(({ line }) => Number(line) > 0)).toBe(true)
  })

  test('the years of the reporting period are those of the activity (A14)', async () => {
    const wrong = {
      ...activity,
      ReportDescription: { ReportingStartDate: '2025-01-01', ReportingEndDate: '2026-12-31' },
    }
    const { rows } = await readAll(await files.text(document(wrong)))
    expect(rows[0]?.issues).toMatchObject([{ code: 'REPORTING_YEAR', rule: 'A14', column: 'Start Date' }])
  })

  test('professions are counted apart where they are told apart', async () => {
    const counts = [
      { category: 'physician', numberOfParticipants: 1 },
      { category: 'registered dietitians', numberOfParticipants: 2 },
      { category: 'dietetic technicians registered', numberOfParticipants: 3 },
      { category: 'nurse', numberOfParticipants: 4 },
      { category: 'other', numberOfParticipants: 5 },
    ]
    const { rows } = await readAll(
      await files.text(document({ ...activity, participationMetrics: { participantsByCategory: counts } })),
    )
    expect(rows[0]?.cells.learnersByProfession?.text).toBe(
      'Physician:1; Registered Dietitian:2; Dietetic Technician Registered:3; Nurse:4; Other:5',
    )
  })

  const nested = (depth: number) => `${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`
  test.each<[string, string, string]>([
    ['a comma too many', '{"ACCMEActivities": {"MedicalEducationMetrics": [{},]}}', 'FILE_FORMAT'],
    ['two values side by side', '{"a" "b"}', 'FILE_FORMAT'],
    ['something behind it', `${document(activity)} {}`, 'FILE_FORMAT'],
    ['cut off', document(activity).slice(0, -20), 'FILE_FORMAT'],
    ['cut off in a word', '{"a": tru', 'FILE_FORMAT'],
    ['one activity without its list', '{"ACCMEActivities": {"MedicalEducationMetrics": {"Lom": {}}}}', 'FILE_FORMAT'],
    ['a list of words', '["a", "b"]', 'FILE_FORMAT'],
    ['a name twice', '[{"Lom": {}, "Lom": {}}]', 'FILE_FORMAT_UNSAFE'],
    ['__proto__', '[{"__proto__": {"isAdmin": true}}]', 'FILE_FORMAT_UNSAFE'],
    ['deep nesting', `[${nested(100)}]`, 'FILE_FORMAT_UNSAFE'],
    ['deep lists', `${'['.repeat(100_000)}`, 'FILE_FORMAT_UNSAFE'],
    ['very many values in one', `[{"a": [${'1,'.repeat(30_000)}1]}]`, 'FILE_FORMAT_UNSAFE'],
    ['very much outside of the list', `{"x": [${'1,'.repeat(30_000)}1]}`, 'FILE_FORMAT_UNSAFE'],
    ['a text without end', `[{"a": "${'x'.repeat(600_000)}`, 'CELL_TOO_LONG'],
    ['a long text', `[{"a": "${'x'.repeat(40_000)}"}]`, 'CELL_TOO_LONG'],
  ])('%s is refused', async (_, content, code) => {
    const refusal = await refusalOf(await files.text(content))
    expect(refusal).toMatchObject({ code, place: expect.stringMatching(/^line \d+$/) })
  })
})

const lang = (text: string) => `<string language="en">${text}</string>`
const xml = (body: string, root = '') =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<ACCMEActivities xmlns="http://ns.medbiq.org/metrics/v2/" xmlns:lom="http://ltsc.ieee.org/xsd/LOM" xmlns:h="http://ns.medbiq.org/lom/extend/v1/"${root}>\n${body}\n</ACCMEActivities>`
const record = `<MedicalEducationMetrics>
 <ReportDescription><ReportingStartDate>2026-01-01</ReportingStartDate><ReportingEndDate>2026-12-31</ReportingEndDate></ReportDescription>
 <ActivityDescription>
  <CommercialSupportAmount currency="USD"><currency>USD</currency><supportSource>Acme</supportSource><value>5000</value></CommercialSupportAmount>
  <lom:lom><lom:general>
   <lom:identifier><lom:catalog>ACCME Activity ID</lom:catalog><lom:entry>201577374</lom:entry></lom:identifier>
   <lom:identifier><lom:catalog>Provider Activity ID</lom:catalog><lom:entry>GR-1</lom:entry></lom:identifier>
   <lom:identifier><lom:catalog>URL</lom:catalog><lom:entry>https://cme.test/gr</lom:entry></lom:identifier>
   <lom:title>${lang('Grand Rounds; Spring: &quot;A\\B&quot;').replace(/(<\/?)s/g, '$1lom:s')}</lom:title>
   <lom:description><lom:string><![CDATA[Line one
Line two]]></lom:string></lom:description></lom:general>
   <h:healthcareMetadata><h:healthcareEducation>
    <h:credits><h:activityCertification>AMA PRA Category 1</h:activityCertification><h:numberOfCredits>1.5</h:numberOfCredits><h:nonAccreditedProvider>A; B</h:nonAccreditedProvider><h:nonAccreditedProvider>C</h:nonAccreditedProvider></h:credits>
    <h:activityLocation><h:city>Bangor</h:city><h:stateOrProvince>ME</h:stateOrProvince><h:country>USA</h:country></h:activityLocation>
    <h:startDateTime>2026-03-01T23:59:59</h:startDateTime><h:endDateTime>2026-03-02T00:00:00</h:endDateTime>
    <h:activitySponsorship>joint</h:activitySponsorship><h:activityFormat>Live Course</h:activityFormat><h:commercialSupport>true</h:commercialSupport>
    <h:targetAudience><h:profession>Physician</h:profession><h:specialty>Internal Medicine</h:specialty></h:targetAudience>
   </h:healthcareEducation></h:healthcareMetadata></lom:lom>
 </ActivityDescription>
 <ParticipationMetrics><ParticipantsByCategory><category>physician</category><numberOfParticipants>12</numberOfParticipants></ParticipantsByCategory><ParticipantsByCategory><category>non-physician</category><numberOfParticipants>0</numberOfParticipants></ParticipantsByCategory></ParticipationMetrics>
 <XtensibleInfo xmlns:a="urn:accme"><a:ProviderID>0008273</a:ProviderID><a:isInterprofessional>false</a:isInterprofessional>
  <CommendationTags><Tag>Engages Teams</Tag></CommendationTags><InKindSupports><supportSource>Beta</supportSource></InKindSupports>
  <DeliveryMethods><DeliveryMethod>In-Person</DeliveryMethod><DeliveryMethod>Live-Streamed</DeliveryMethod></DeliveryMethods>
  <MeasuredOutcomes><MeasuredOutcome><outcome>Learner Knowledge</outcome><measurementTypes>Objective</measurementTypes><measurementTypes>Subjective</measurementTypes></MeasuredOutcome></MeasuredOutcomes>
  <MOCRegistrations><MOCRegistration><boardName>ABA</boardName><mocPoints>1.5</mocPoints><MOCCreditType>Patient Safety</MOCCreditType><specialties>Trauma</specialties><CreditClaimDate>2026-12-31T00:00:00</CreditClaimDate></MOCRegistration></MOCRegistrations>
  <ContentOutlines><source>01_ABAMCO</source><keys><keyword>Tag ID</keyword><value>7</value></keys></ContentOutlines>
  <ForPublicList>true</ForPublicList><FeeForParticipation>No, it’s free</FeeForParticipation><ActivityRegistration>Open to all</ActivityRegistration>
  <IsMeritBasedIncentivePaymentSystem>false</IsMeritBasedIncentivePaymentSystem><REMS><type>Opioid Analgesic</type><relatedIdentifier>EG-123456-001</relatedIdentifier></REMS>
  <StateContentTags><domain>Opioids</domain><topic>Prescribing</topic></StateContentTags>
  <activityRecordAction>Update</activityRecordAction><closeActivityRecord>false</closeActivityRecord>
 </XtensibleInfo>
 <foreign:ignored xmlns:foreign="urn:other"><title>Not ours</title></foreign:ignored>
</MedicalEducationMetrics>`

describe('MEMS XML (5.6)', () => {
  test.each<[string, string | Uint8Array]>([
    ['UTF-8', xml(record)],
    ['UTF-16', Buffer.from(`\uFEFF${xml(record).replace('UTF-8', 'UTF-16')}`, 'utf16le')],
    ['with a vocabulary of its own', xml(record).replaceAll('http://ns.medbiq.org/metrics/v2/', 'urn:any')],
    [
      'without namespaces',
      xml(record)
        .replace(/ xmlns(:\w+)?="[^"]*"/g, '')
        .replace(/(<\/?)(?:lom|h|a|foreign):/g, '$1')
        .replace(/<ignored>.*<\/ignored>/, ''),
    ],
  ])('%s', async (_, content) => {
    const { rows, shape } = await readAll(await files.text(content))
    expect([shape.format, rows.map((row) => [row.rowNumber, row.line, textsIn(row), row.issues])]).toEqual([
      'XML',
      [[1, 3, cells, []]],
    ])
  })

  test('Windows-1252, as its declaration says', async () => {
    const content = xml(record).replace('UTF-8', 'windows-1252').replaceAll('’', '\x92').replace('Bangor', 'Caf\xe9')
    const { rows } = await readAll(await files.text(Buffer.from(content, 'latin1')))
    expect(rows[0] && textsIn(rows[0])).toEqual({ ...cells, city: 'Café' })
  })

  const doctype = (inside: string) => xml(record).replace('\n<ACCME', `\n<!DOCTYPE a ${inside}>\n<ACCME`)
  const deep = `${'<a>'.repeat(100)}${'</a>'.repeat(100)}`
  test.each<[string, string, string]>([
    ['a document type (B10)', doctype('SYSTEM "a.dtd"'), 'FILE_FORMAT_UNSAFE'],
    [
      'a file of the server as an entity',
      doctype('[<!ENTITY x SYSTEM "file:///etc/passwd">]').replace('Bangor', '&x;'),
      'FILE_FORMAT_UNSAFE',
    ],
    [
      'a billion laughs',
      doctype('[<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]').replace('Bangor', '&b;'),
      'FILE_FORMAT_UNSAFE',
    ],
    ['an entity that is none', xml(record).replace('Bangor', '&nbsp;'), 'FILE_FORMAT'],
    ['a prefix that is none', xml('<x:MedicalEducationMetrics/>'), 'FILE_FORMAT'],
    ['an element that is not closed', xml(record).replace('</MedicalEducationMetrics>', ''), 'FILE_FORMAT'],
    ['cut off', xml(record).slice(0, 500), 'FILE_FORMAT'],
    ['another document', '<html><body/></html>', 'FILE_FORMAT'],
    ['another encoding', xml(record).replace('UTF-8', 'Shift_JIS'), 'FILE_FORMAT'],
    ['bytes that are no text', '<?xml version="1.0"?><ACCMEActivities>\u0000</ACCMEActivities>', 'FILE_FORMAT'],
    ['deep nesting', xml(`<MedicalEducationMetrics>${deep}</MedicalEducationMetrics>`), 'FILE_FORMAT_UNSAFE'],
    [
      'very many elements',
      xml(`<MedicalEducationMetrics>${'<a/>'.repeat(6_000)}</MedicalEducationMetrics>`),
      'FILE_FORMAT_UNSAFE',
    ],
    ['a comment without end', xml(record).replace('</ACCMEActivities>', `<!--${'x'.repeat(600_000)}`), 'CELL_TOO_LONG'],
    ['a long text', xml(record).replace('Bangor', 'x'.repeat(40_000)), 'CELL_TOO_LONG'],
  ])('%s is refused, with its line', async (_, content, code) => {
    expect(await refusalOf(await files.text(content))).toMatchObject({
      code,
      ...(content.includes('\u0000') ? {} : { place: expect.stringMatching(/^line \d+$/) }),
    })
  })

  test('so many values and no more', async () => {
    const limits = { ...intakeLimits, recordValues: 120 }
    expect(await refusalOf(await files.text(xml(record)), limits)).toBe('taken')
    expect(await refusalOf(await files.text(xml(record)), { ...limits, recordValues: 70 })).toMatchObject({
      code: 'FILE_FORMAT_UNSAFE',
    })
  })
})
