import { useEffect, useRef } from 'react'
import type { PictureMark as Picture } from '../../../../model/house-style/picture-mark.ts'
import { fromBase64 } from '../../../../model/util/base64.ts'

/** A mark of points, drawn by the page itself: its policy lets no picture in that is not a file of the site, and this one came with the town. White behind it, also
 * on a dark page: a mark with clear parts was made for paper. The name of the town stands beside it, so it is silent. */
export function PictureMark({ mark }: { mark: Picture }) {
  const canvas = useRef<HTMLCanvasElement>(null)
  const [, , width, height] = mark.box
  useEffect(() => {
    let isShown = true
    createImageBitmap(new Blob([fromBase64(mark.png)], { type: 'image/png' })).then(
      (picture) => {
        if (isShown) canvas.current?.getContext('2d')?.drawImage(picture, 0, 0)
        picture.close()
      },
      // a browser that cannot draw it shows the name alone
      () => undefined,
    )
    return () => {
      isShown = false
    }
  }, [mark])
  return (
    <span aria-hidden="true">
      <canvas ref={canvas} className="town-mark town-mark--picture" width={width} height={height} />
    </span>
  )
}
