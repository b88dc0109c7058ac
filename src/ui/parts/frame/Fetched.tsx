import { type ComponentType, useEffect, useState } from 'react'
import { problemText } from '../../problem-text.ts'
import { useJourney } from '../../use-journey.ts'
import { Alert } from './Alert.tsx'
import { Button } from './Button.tsx'

interface Source<P> {
  /** null until it is fetched. */
  readonly page: () => ComponentType<P> | null
  readonly fetch: () => Promise<void>
}

/** A page whose code is fetched when it is shown. A failure is shown, and retried without reloading the site, the one thing not to do offline.
 * `ahead` prefetches it. */
export function fetched<P extends object>(load: () => Promise<ComponentType<P>>): ComponentType<P> & { ahead(): Promise<void> } {
  let page: ComponentType<P> | null = null
  const source: Source<P> = {
    page: () => page,
    fetch: async () => {
      page ??= await load()
    },
  }
  return Object.assign((props: P) => <Fetching source={source} props={props} />, { ahead: () => source.fetch().catch(() => undefined) })
}

type State = { readonly kind: 'loading' | 'there' } | { readonly kind: 'failed'; readonly error: unknown }

/** Shows the fetched page, or that it is loading or has failed. */
export function Fetching<P extends object>({ source, props }: { source: Source<P>; props: P }) {
  const { words } = useJourney()
  const [state, setState] = useState<State>({ kind: source.page() ? 'there' : 'loading' })
  useEffect(() => {
    if (state.kind !== 'loading') return
    let shown = true
    source.fetch().then(
      () => shown && setState({ kind: 'there' }),
      (error: unknown) => shown && setState({ kind: 'failed', error }),
    )
    return () => {
      shown = false
    }
  }, [state, source])
  if (state.kind === 'failed')
    return (
      <div role="alert">
        <Alert kind="warning">
          <p>{problemText(words, state.error)}</p>
          <p className="buttons">
            <Button onClick={() => setState({ kind: 'loading' })}>{words.keeping.tryAgain}</Button>
          </p>
        </Alert>
      </div>
    )
  const Page = source.page()
  return Page ? <Page {...props} /> : <p aria-busy="true">{words.loading}</p>
}
