import type { ReactNode } from 'react'
import { FileButton } from './FileButton.tsx'

/** One file, chosen with a button or dropped around it. `below`: shown under the button. */
export function FileDrop({
  id,
  accept,
  onChoose,
  children,
  below = null,
}: {
  id: string
  accept: string
  onChoose: (file: File | undefined) => void
  children: ReactNode
  below?: ReactNode
}) {
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping a file is an extra way; the button inside does the same by keyboard
    <div
      className="drop"
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault()
        onChoose(event.dataTransfer.files[0])
      }}
    >
      <FileButton id={id} accept={accept} onChoose={([file]) => onChoose(file)}>
        {children}
      </FileButton>
      {below}
    </div>
  )
}
