import { wordsIn } from '../../model/lang.ts'
import '../style/configure.css'
import { useEffect, useMemo, useSyncExternalStore } from 'react'
import { messageOf } from '../../model/util/message-of.ts'
import { FilesOnBench } from '../parts/configure/FilesOnBench.tsx'
import { TownChangesList } from '../parts/configure/TownChangesList.tsx'
import { TownFindings } from '../parts/configure/TownFindings.tsx'
import { UseTown } from '../parts/configure/UseTown.tsx'
import { type Work, workbenchOf } from '../parts/configure/workbench.ts'
import { Alert } from '../parts/frame/Alert.tsx'
import { Button } from '../parts/frame/Button.tsx'
import { Screen } from '../parts/frame/Screen.tsx'
import { problemText } from '../problem-text.ts'
import { CONFIGURE } from '../text/later/clerk/configure.ts'
import { isSameName } from '../towns/find-towns.ts'
import { useJourney } from '../use-journey.ts'

/** For who keeps the rules of a municipality: their files are checked over the rules of this site, tried, and made into the file that is put beside it. */
export function ConfigurePage() {
  const { lang, site } = useJourney()
  const text = wordsIn(CONFIGURE, lang)
  const bench = useMemo(() => workbenchOf(site), [site])
  const work = useSyncExternalStore(bench.listen, bench.now)
  // biome-ignore lint/correctness/useExhaustiveDependencies: another language opens nothing anew
  useEffect(() => {
    void bench.open(lang)
    return bench.leave
  }, [bench])
  const { busy, changes, problem } = work
  useEffect(() => {
    if (busy === null && problem === null && changes && changes.lang !== lang) void bench.speak(lang)
  }, [bench, lang, busy, problem, changes])
  const { placed, judged } = work
  return (
    <Screen title={text.title}>
      <p className="lead">{text.lead}</p>
      <p>{text.stays}</p>
      <FilesOnBench work={work} bench={bench} />
      <div role="status">
        {work.busy && placed.files.size + (work.busy === 'placing' ? 1 : 0) > 0 && (
          <p className="buttons" aria-busy="true">
            {text.busy[work.busy]} …{' '}
            <Button look="secondary" onClick={bench.leave}>
              {text.stop}
            </Button>
          </p>
        )}
        <Answer work={work} onAgain={() => void bench.again(lang)} />
      </div>
      {judged && <TownFindings judged={judged} files={placed.files} />}
      {judged && (
        <TownChangesList judged={judged} changes={work.changes} isBusy={work.busy !== null} onCompare={() => void bench.speak(lang)} />
      )}
      {judged && <UseTown work={work} />}
    </Screen>
  )
}

/** What came of it, in one message. */
function Answer({ work: { busy, problem, nothing, placed, judged, bench }, onAgain }: { work: Work; onAgain: () => void }) {
  const { words, lang, site } = useJourney()
  const text = wordsIn(CONFIGURE, lang)
  if (problem !== null) {
    const what = messageOf(problem)
    const known = what === 'tooMany' || what === 'slow' ? text[what] : problemText(words, problem)
    return (
      <Alert kind="error">
        <p>{known}</p>
        {placed.town !== null && (
          <p className="buttons">
            <Button look="secondary" onClick={onAgain}>
              {text.again}
            </Button>
          </p>
        )}
      </Alert>
    )
  }
  if (busy === 'judging' || busy === 'placing') return null
  if (nothing && placed.files.size === 0) return <Alert kind="warning">{text.nothing}</Alert>
  if (placed.files.size === 0) return null
  if (placed.town === null) return <Alert kind="error">{text.noTown}</Alert>
  if (!judged)
    return busy ? null : (
      <p className="buttons">
        <Button onClick={onAgain}>{text.again}</Button>
      </p>
    )
  const errors = judged.findings.filter(({ severity }) => severity === 'error').length
  const name = judged.name ?? judged.town
  const isShipped = bench?.shipped.some(({ id }) => id === judged.town)
  const isKnown = site.towns.some(({ id }) => id === judged.town)
  const alike = isKnown ? undefined : site.towns.find((town) => !town.id.includes('/') && isSameName(town.name, name))
  return (
    <Alert kind={errors > 0 ? 'error' : 'ok'} title={name}>
      <p>{errors > 0 ? text.notInOrder(errors) : text.inOrder}</p>
      <p>{isShipped ? text.isKnown(name) : isKnown ? text.isBeside(name) : text.isNew(name)}</p>
      {alike && <p>{text.sameName(alike.name, alike.id)}</p>}
    </Alert>
  )
}
