import { firedChecks } from '../../../../engine/outcome/checks/fired-checks.ts'
import { useDraft, useJourney } from '../../../use-journey.ts'
import { Alert } from '../../frame/Alert.tsx'
import { Button } from '../../frame/Button.tsx'

const KIND = { block: 'error', warn: 'warning', info: 'info' } as const

/** Warnings of the rules; `shown` selects them by the id of the check and its row. Informational ones can be dismissed. */
export function Checks({ shown, dismiss }: { shown: readonly string[]; dismiss?: (key: string) => void }) {
  const { words } = useJourney()
  const { view } = useDraft()
  const checks = shown.length === 0 ? [] : firedChecks(view.application).filter((check) => shown.includes(checkKey(check)))
  return (
    <div role="status" className="checks">
      {checks.map((check) => (
        <Alert key={checkKey(check)} kind={KIND[check.severity]} title={words.outcome.severity[check.severity]}>
          <p>{check.message}</p>
          {check.advice && <p>{check.advice}</p>}
          {dismiss && check.severity === 'info' && (
            <p>
              <Button look="subtle" onClick={() => dismiss(checkKey(check))}>
                {words.gotIt}
              </Button>
            </p>
          )}
          {check.unverified && <p className="quiet">{words.unverified}</p>}
        </Alert>
      ))}
    </div>
  )
}

export const checkKey = (check: { readonly id: string; readonly row: string | null }): string => `${check.id}@${check.row ?? ''}`
