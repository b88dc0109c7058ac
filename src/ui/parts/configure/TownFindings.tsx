import { Fragment } from 'react'
import type { ToldFinding, ToldNote } from '../../../authoring/configure/judge-town.ts'
import { wordsIn } from '../../../model/lang.ts'
import { CONFIGURE } from '../../text/later/clerk/configure.ts'
import type { Judged, TownFiles } from '../../towns/town-bench.ts'
import { useJourney } from '../../use-journey.ts'

/** What is wrong, errors first, each with its place, its line and how to mend it; then what is good to know. */
export function TownFindings({ judged, files }: { judged: Judged; files: TownFiles }) {
  const { lang } = useJourney()
  const text = wordsIn(CONFIGURE, lang)
  const { findings, toVerify, owed, priceless, town } = judged
  const folder = `rules/municipalities/${town}/`
  const told = new Set([...toVerify.own, ...toVerify.ofBase].map(keyOf))
  // what nobody read in the base, and the town cannot give, is no matter of the town
  const notes = findings.filter(
    ({ severity, file, ...rest }) => severity === 'note' && file.startsWith(folder) && !told.has(keyOf({ file, ...rest })),
  )
  const of = (severity: ToldFinding['severity']): readonly ToldFinding[] => findings.filter((finding) => finding.severity === severity)
  const list = (some: readonly (ToldFinding | ToldNote)[]) => <FindingList findings={some} folder={folder} files={files} />
  const [errors, warnings] = [of('error'), of('warning')]
  const toMend = [
    { title: text.errors(errors.length), some: errors },
    { title: text.warnings(warnings.length), some: warnings },
  ]
  const folds = [
    { title: text.notes(notes.length), some: notes },
    { title: text.ownToVerify(toVerify.own.length), some: toVerify.own },
    { title: text.baseToVerify(toVerify.ofBase.length), some: toVerify.ofBase },
  ]
  const undecided = [...owed.map((label) => label[lang]), ...(priceless > 0 ? [text.priceless(priceless)] : [])]
  return (
    <section aria-labelledby="town-findings">
      <h2 className="utrecht-heading-2" id="town-findings">
        {text.found}
      </h2>
      {undecided.length === 0 && [...toMend, ...folds].every(({ some }) => some.length === 0) && <p>{text.nothingToDo}</p>}
      {toMend.map(
        ({ title, some }) =>
          some.length > 0 && (
            <Fragment key={title}>
              <h3 className="utrecht-heading-3">{title}</h3>
              {list(some)}
            </Fragment>
          ),
      )}
      {undecided.length > 0 && (
        <>
          <h3 className="utrecht-heading-3">{text.owed}</h3>
          <p>{text.owedHint}</p>
          <ul className="utrecht-unordered-list">
            {undecided.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </>
      )}
      {folds.map(
        ({ title, some }) =>
          some.length > 0 && (
            <details key={title} className="fold">
              <summary>{title}</summary>
              {list(some)}
            </details>
          ),
      )}
    </section>
  )
}

const keyOf = ({ file, line, column, code, path }: Pick<ToldFinding, 'file' | 'line' | 'column' | 'code' | 'path'>): string =>
  `${file}:${line}:${column}:${code}:${path}`

function FindingList({ findings, folder, files }: { findings: readonly (ToldFinding | ToldNote)[]; folder: string; files: TownFiles }) {
  const { lang } = useJourney()
  const text = wordsIn(CONFIGURE, lang)
  return (
    <ul className="town-findings">
      {findings.map((finding) => {
        const { file, line, severity, code, message, mend, nl } = finding
        const place = file.startsWith(folder) ? file.slice(folder.length) : file
        const written = files.get(place)?.split('\n')[line - 1]?.trim()
        return (
          <li key={`${keyOf(finding)} ${message}`} className={`town-finding town-finding--${severity}`}>
            <p className="town-finding__place">
              <strong>{place}</strong>, {text.line(line)}
            </p>
            {written ? <code className="town-finding__line">{written.slice(0, LONGEST)}</code> : null}
            {'about' in finding && finding.about && <p>{finding.about[lang]}</p>}
            <p>{lang === 'nl' ? nl.message : message}</p>
            <p>{lang === 'nl' ? nl.mend : mend}</p>
            <p className="quiet">{code}</p>
          </li>
        )
      })}
    </ul>
  )
}

/** Of a line of a file so much is shown. */
const LONGEST = 160
