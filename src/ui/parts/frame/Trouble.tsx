import { Component, type ReactNode, useEffect, useState } from 'react'
import { problemName, problemText } from '../../problem-text.ts'
import { useJourney } from '../../use-journey.ts'
import { SaveAnswers } from '../SaveAnswers.tsx'
import { Alert } from './Alert.tsx'
import { Button } from './Button.tsx'

/** The last safety net: shows an uncaught error, with a way to go on. */
export function Trouble() {
  const { words, session } = useJourney()
  const [trouble, setTrouble] = useState<{ readonly error: unknown } | null>(null)
  useEffect(() => {
    const failed = (event: ErrorEvent): void => {
      // browsers report a deferred ResizeObserver notification as an error
      if (!event.message.startsWith('ResizeObserver')) setTrouble({ error: event.error ?? event.message })
    }
    const rejected = ({ reason }: PromiseRejectionEvent): void => {
      if (!(reason instanceof DOMException && reason.name === 'AbortError')) setTrouble({ error: reason })
    }
    window.addEventListener('error', failed)
    window.addEventListener('unhandledrejection', rejected)
    return () => {
      window.removeEventListener('error', failed)
      window.removeEventListener('unhandledrejection', rejected)
    }
  }, [])
  return (
    <div role="alert" className="no-print">
      {trouble && (
        <Alert kind="error" title={words.keeping.trouble}>
          <p>{problemName(trouble.error) === 'unknown' ? words.keeping.troubleHint : problemText(words, trouble.error)}</p>
          <p className="buttons">
            <Button onClick={() => setTrouble(null)}>{words.keeping.goOn}</Button>
            {session && <SaveAnswers />}
          </p>
        </Alert>
      )}
    </div>
  )
}

/** The error boundary: a page that crashes says so and takes nothing else down. */
export class Guard extends Component<{ children: ReactNode }, { failed: boolean }> {
  override state = { failed: false }
  static getDerivedStateFromError(): { failed: boolean } {
    return { failed: true }
  }
  override render(): ReactNode {
    return this.state.failed ? <Crashed again={() => this.setState({ failed: false })} /> : this.props.children
  }
}

function Crashed({ again }: { again: () => void }) {
  const { words, session } = useJourney()
  return (
    <Alert kind="error" title={words.keeping.trouble}>
      <p>{words.keeping.troubleHint}</p>
      <p className="buttons">
        <Button onClick={again}>{words.keeping.tryAgain}</Button>
        {session && <SaveAnswers />}
      </p>
    </Alert>
  )
}
