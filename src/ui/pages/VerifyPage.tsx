import { wordsIn } from '../../model/lang.ts'
import '../style/copies.css'
import { useEffect, useState } from 'react'
import { plainFileName } from '../../draft/files/file-name.ts'
import { type CheckedPacket, checkPacket } from '../parts/copies/check-packet.ts'
import { OtherCopies } from '../parts/copies/OtherCopies.tsx'
import { FileDrop } from '../parts/files/FileDrop.tsx'
import { Alert } from '../parts/frame/Alert.tsx'
import { Button } from '../parts/frame/Button.tsx'
import { Screen } from '../parts/frame/Screen.tsx'
import { Table } from '../parts/frame/Table.tsx'
import { problemText } from '../problem-text.ts'
import { COPIES, differences } from '../text/later/packet/copies.ts'
import { useJourney } from '../use-journey.ts'

/** How many characters of the checksum are printed on the signing pages. */
const ON_SHEETS = 16

/** For those who receive applications: whether a packet still says what was filled in, and its files per department. */
export function VerifyPage() {
  const { words, lang, site } = useJourney()
  const text = wordsIn(COPIES, lang)
  const [problem, setProblem] = useState<string | null>(null)
  const [checking, setChecking] = useState<AbortController | null>(null)
  const [checked, setChecked] = useState<(CheckedPacket & { readonly name: string }) | null>(null)
  // leaving the page cancels the check
  useEffect(() => () => checking?.abort(), [checking])
  const choose = async (file: File | undefined): Promise<void> => {
    if (!file) return
    checking?.abort()
    const stop = new AbortController()
    setChecking(stop)
    setProblem(null)
    setChecked(null)
    const name = plainFileName(file.name)
    try {
      const result = await checkPacket(new Uint8Array(await file.arrayBuffer()), site, words, stop.signal)
      if (stop.signal.aborted) return
      if (result.kind === 'checked') setChecked({ ...result, name })
      else setProblem(`${name}: ${result.kind === 'problem' ? result.problem : text.badAnswers(result.what)}`)
    } catch (error) {
      if (!stop.signal.aborted) setProblem(problemText(words, error))
    } finally {
      setChecking((now) => (now === stop ? null : now))
    }
  }
  return (
    <Screen title={text.title}>
      <p className="lead">{text.lead}</p>
      <p>{text.stays}</p>
      <FileDrop
        id="packet-to-check"
        accept=".pdf,application/pdf"
        onChoose={(file) => void choose(file)}
        below={<p className="quiet">{text.drop}</p>}
      >
        {text.choose}
      </FileDrop>
      <div role="status">
        {checking && (
          <p className="buttons">
            {text.checking} …{' '}
            <Button look="secondary" onClick={() => checking.abort()}>
              {words.keeping.stop}
            </Button>
          </p>
        )}
        {problem !== null && (
          <Alert kind="error" title={text.bad}>
            {problem}
          </Alert>
        )}
        {checked && <Judgement checked={checked} />}
      </div>
      {checked && <Details checked={checked} />}
    </Screen>
  )
}

/** In one message: that the packet is as it was made, or what is different. */
function Judgement({ checked: { name, found } }: { checked: CheckedPacket & { readonly name: string } }) {
  const { lang } = useJourney()
  const text = wordsIn(COPIES, lang)
  const different = differences(lang, found)
  return (
    <>
      {!found.sameRules && <Alert kind="info">{text.otherRules}</Alert>}
      {found.isSound ? (
        <Alert kind="ok" title={name}>
          {text.sound}
        </Alert>
      ) : (
        <Alert kind="warning" title={`${name}: ${text.notSound}`}>
          <ul className="utrecht-unordered-list">
            {different.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </Alert>
      )}
    </>
  )
}

function Details({ checked: { bytes, read, application, found } }: { checked: CheckedPacket }) {
  const { lang } = useJourney()
  const text = wordsIn(COPIES, lang)
  const facts: readonly (readonly [string, string])[] = [
    [text.reference, read.reference ?? text.unknown],
    [text.town, application.variant.name],
    [text.pages, String(found.pages)],
    [text.rules, found.sameRules ? text.sameRules : text.notSameRules],
    [text.signatures, String(found.signatures)],
    [text.updates, String(found.updates)],
    [text.answersHash, found.answersHash],
    [text.fileHash, found.fileHash],
  ]
  return (
    <>
      <h2 className="utrecht-heading-2" id="facts">
        {text.facts}
      </h2>
      <Table
        label="facts"
        columns={[text.fact, text.value]}
        rows={facts.map(([head, value]) => ({
          key: head,
          head,
          cells: [
            <span key="value" className="hash">
              {value}
            </span>,
          ],
        }))}
      />
      {found.signing.length > 0 && <Sheets found={found} />}
      {found.attachments.length > 0 && <Attachments found={found} />}
      <OtherCopies
        application={application}
        reference={read.reference ?? 'H1'}
        enclosures={() => Promise.resolve(read.files)}
        answersJson={() => read.answersJson}
        packet={bytes}
        inWords={read}
      />
    </>
  )
}

/** The signing pages, and what identifies the answers on them. */
function Sheets({ found }: Pick<CheckedPacket, 'found'>) {
  const { lang } = useJourney()
  const text = wordsIn(COPIES, lang)
  return (
    <>
      <h2 className="utrecht-heading-2" id="sheets">
        {text.sheets}
      </h2>
      <p>{text.onSheets(found.answersHash.slice(0, ON_SHEETS))}</p>
      <Table
        label="sheets"
        columns={[text.sheet, text.who, text.page]}
        rows={found.signing.map(({ sheet, name, page }) => ({ key: sheet, head: sheet, cells: [name, page ?? text.notThere] }))}
      />
    </>
  )
}

function Attachments({ found }: Pick<CheckedPacket, 'found'>) {
  const { lang } = useJourney()
  const text = wordsIn(COPIES, lang)
  return (
    <>
      <h2 className="utrecht-heading-2" id="attachments">
        {text.attachments}
      </h2>
      <Table
        label="attachments"
        columns={[text.file, text.hash]}
        rows={found.attachments.map(({ name, hash }, index) => ({
          key: `${index} ${name}`,
          head: name,
          cells: [
            <span key="hash" className="hash">
              {hash}
            </span>,
          ],
        }))}
      />
    </>
  )
}
