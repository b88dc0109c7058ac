import { lazy, Suspense } from 'react'
import type { DrawnMark, Mark } from '../../../../model/house-style/mark.ts'

const PictureMark = lazy(async () => ({ default: (await import('./PictureMark.tsx')).PictureMark }))

/** The mark of a town beside its name: drawn from its shapes or pixels, so that nothing else of the file it came in ends up in the page. */
export function TownMark({ mark }: { mark: Mark }) {
  if ('paths' in mark) return <Drawing mark={mark} />
  return (
    <Suspense fallback={null}>
      <PictureMark mark={mark} />
    </Suspense>
  )
}

function Drawing({ mark }: { mark: DrawnMark }) {
  return (
    <svg className="town-mark" viewBox={mark.box.join(' ')} aria-hidden="true" focusable="false">
      {mark.paths.map((path, index) => (
        <path
          // biome-ignore lint/suspicious/noArrayIndexKey: the shapes of a mark are never reordered
          key={index}
          d={path.d}
          transform={`matrix(${path.matrix.join(' ')})`}
          fill={path.fill ?? 'none'}
          fillRule={path.evenOdd ? 'evenodd' : 'nonzero'}
          stroke={path.stroke ?? 'none'}
          strokeWidth={path.strokeWidth}
          strokeLinecap={path.cap}
          strokeLinejoin={path.join}
        />
      ))}
    </svg>
  )
}
