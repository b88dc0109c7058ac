import { useEffect, useRef, useState } from 'react'
import { keptFile } from '../site.ts'
import { useDraft, useJourney } from '../use-journey.ts'
import { drawn } from './several-files.ts'

/** Height in CSS pixels: enough to see whether it is the right photo. */
const HEIGHT = 120

/** A photo that was added, small. Drawn from its bytes, which stay on the device; nothing for another kind of file. */
export function Thumbnail({ documentKey, name, type }: { documentKey: string; name: string; type: string }) {
  const { words, site } = useJourney()
  const { view } = useDraft()
  const canvas = useRef<HTMLCanvasElement>(null)
  const [shown, setShown] = useState(false)
  const draft = view.draft.id
  useEffect(() => {
    let gone = false
    const draw = async (): Promise<void> => {
      const bytes = await keptFile(site, draft, documentKey)
      if (!bytes || gone) return
      const picture = await createImageBitmap(new Blob([new Uint8Array(bytes)], { type }))
      if (gone || !canvas.current) return picture.close()
      drawn(picture, Math.round((picture.width / picture.height) * HEIGHT), HEIGHT, canvas.current)
      setShown(true)
    }
    // a photo that cannot be drawn is still there: its name says so
    if (type.startsWith('image/')) void draw().catch(() => setShown(false))
    return () => {
      gone = true
    }
  }, [draft, documentKey, type, site])
  return (
    type.startsWith('image/') && (
      <canvas ref={canvas} className="thumbnail" role="img" aria-label={words.attachments.picture(name)} hidden={!shown} />
    )
  )
}
