import type { Mark } from '../../../model/house-style/mark.ts'

/** The mark of a town beside its name: drawn from its shapes, so nothing else of the file that it came in stands on the page. */
export function TownMark({ mark }: { mark: Mark }) {
  return (
    <svg className="town-mark" viewBox={mark.box.join(' ')} aria-hidden="true" focusable="false">
      {mark.paths.map((path, index) => (
        <path
          // biome-ignore lint/suspicious/noArrayIndexKey: the shapes of a mark never move
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
