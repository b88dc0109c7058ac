import { useEffect, useRef, useState } from 'react'
import { wordsIn } from '../../../model/lang.ts'
import { keptFile } from '../../site.ts'
import { ATTACHMENTS } from '../../text/later/attachments.ts'
import { useDraft, useJourney } from '../../use-journey.ts'
import { drawn } from './several-files.ts'

/** Height in CSS pixels: enough to see whether it is the right file. */
const HEIGHT = 120

/** A small picture of an attachment: the photo, or the first page of a PDF. Drawn from its bytes, which stay on the device; nothing for other kinds of file. */
export function Thumbnail({ fileKey, name, type }: { fileKey: string; name: string; type: string }) {
  const { lang, site } = useJourney()
  const { view } = useDraft()
  const canvas = useRef<HTMLCanvasElement>(null)
  const [shown, setShown] = useState(false)
  const draft = view.draft.id
  const isDrawn = type.startsWith('image/') || type === 'application/pdf'
  useEffect(() => {
    const gone = new AbortController()
    const draw = async (): Promise<void> => {
      const bytes = await keptFile(site, draft, fileKey)
      if (!bytes || gone.signal.aborted) return
      const picture = type.startsWith('image/')
        ? await createImageBitmap(new Blob([new Uint8Array(bytes)], { type }))
        : await site.smallPicture(name, bytes, HEIGHT * 2, gone.signal)
      if (!picture) return
      if (gone.signal.aborted || !canvas.current) return picture.close()
      drawn(picture, Math.round((picture.width / picture.height) * HEIGHT), HEIGHT, canvas.current)
      setShown(true)
    }
    // what cannot be drawn is still listed by its name
    if (isDrawn) void draw().catch(() => undefined)
    return () => gone.abort()
  }, [draft, fileKey, name, type, isDrawn, site])
  return (
    isDrawn && (
      <canvas ref={canvas} className="thumbnail" role="img" aria-label={wordsIn(ATTACHMENTS, lang).picture(name)} hidden={!shown} />
    )
  )
}
