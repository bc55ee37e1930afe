import { Download } from 'lucide-react'
import { graphql } from '../../graphql'
import type { ProviderMarkQuery as ProviderMarkData } from '../../graphql/graphql'
import { day } from '../../shared/format/days'
import { useRouteQuery } from '../../shared/graph/use-route-query'
import { AddressLink, ButtonLink } from '../../shared/ui/button'
import { Card } from '../../shared/ui/card'
import { CopyButton } from '../../shared/ui/copy-button'
import { Notice } from '../../shared/ui/notice'
import { Page } from '../../shared/ui/page'
import { paths } from '../paths'
import '../year-end/year-end.css'

const MarkQuery = graphql(`
  query ProviderMark {
    providerMark {
      mayUse
      lastRecordedOn
      rules
      pageAddress
      files {
        name
        theme
        format
        width
        height
        address
      }
    }
  }
`)

type Mark = ProviderMarkData['providerMark']

/** The provider mark: who may use it, how, and where the files are. */
export function MarkPage() {
  const { providerMark } = useRouteQuery(MarkQuery)
  return (
    <Page
      title="Provider mark"
      lead="A mark for your pages and papers that says that you report learner credit. It leads to a page that proves it."
      actions={
        <AddressLink kind="secondary" href={providerMark.pageAddress}>
          See your public page
        </AddressLink>
      }
    >
      {providerMark.mayUse ? <Files mark={providerMark} /> : <NotYet mark={providerMark} />}
      <Card title="How it may be used">
        <ul>
          {providerMark.rules.map((rule) => (
            <li key={rule}>{rule}</li>
          ))}
        </ul>
      </Card>
    </Page>
  )
}

function NotYet({ mark: { lastRecordedOn } }: { mark: Mark }) {
  return (
    <Notice
      tone="warn"
      title="Your organization may not use the mark today"
      actions={
        <ButtonLink size="s" to={paths.upload}>
          Upload learners
        </ButtonLink>
      }
    >
      {lastRecordedOn
        ? `Your last accepted record is of ${day(lastRecordedOn)}, more than 12 months ago.`
        : 'You have no accepted record of learner credit yet.'}{' '}
      The mark is yours as soon as a record is accepted.
    </Notice>
  )
}

function Files({ mark }: { mark: Mark }) {
  return (
    <>
      {mark.lastRecordedOn && (
        <Notice tone="good" title="Your organization may use the mark">
          Your last accepted record is of {day(mark.lastRecordedOn)}.
        </Notice>
      )}
      <Card title="Files" note="SVG for pages and print, PNG where that is not possible.">
        <div className="mark-samples">
          {['light', 'dark'].map((theme) => (
            <ThemeFiles key={theme} theme={theme} files={mark.files.filter((file) => file.theme === theme)} />
          ))}
        </div>
      </Card>
      <Snippet pageAddress={mark.pageAddress} />
    </>
  )
}

function ThemeFiles({ theme, files }: { theme: string; files: Mark['files'] }) {
  const svg = files.find(({ format }) => format === 'SVG')
  return (
    <section className="stack" data-gap="s" aria-label={`On ${theme} background`}>
      <div className="mark-sample" data-theme={theme}>
        {svg && <img src={svg.address} width={420} height={110} alt={`The mark for a ${theme} background`} />}
      </div>
      <div className="row">
        {files.map(({ name, format, width, height, address }) => (
          <AddressLink key={name} size="s" kind="secondary" href={address} download>
            <Download size={16} aria-hidden="true" />{' '}
            {format === 'SVG' ? `SVG, ${theme}` : `PNG, ${theme}, ${width} × ${height}`}
          </AddressLink>
        ))}
      </div>
    </section>
  )
}

function Snippet({ pageAddress }: { pageAddress: string }) {
  const address = new URL(pageAddress, window.location.origin).href
  const snippet = `<a href="${address}">
  <img src="provider-mark-light.svg" width="210" height="55"
    alt="Reports learner credit in CreditGraph. Check it.">
</a>`
  return (
    <Card
      title="On your page"
      note="Put the file beside your page. The link shows whether the mark is true today, to everybody."
      actions={<CopyButton text={snippet} what="the HTML" />}
    >
      <pre className="mark-snippet">{snippet}</pre>
    </Card>
  )
}
