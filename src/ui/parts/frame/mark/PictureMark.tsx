import { useEffect, useRef } from 'react'
import type { PictureMark as Picture } from '../../../../model/house-style/picture-mark.ts'
import { fromBase64 } from '../../../../model/util/bytes/base64.ts'

/** A bitmap mark, drawn on a canvas: the content security policy allows only images that are files of the site, and this one came with the town.
 * On white, also on a dark page: a mark with transparent parts was made for paper. Hidden from screen readers, as the town's name is beside it. */
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
