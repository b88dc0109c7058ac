import type { InputHTMLAttributes, ReactNode } from 'react'

type Choice = Pick<InputHTMLAttributes<HTMLInputElement>, 'accept' | 'multiple' | 'capture'>

/** A file picker: the native control, styled as one of our buttons. The same file may be chosen again. */
export function FileButton({
  id,
  look = 'secondary-action',
  folder = false,
  onChoose,
  children,
  ...choice
}: Choice & {
  id: string
  look?: 'secondary-action' | 'subtle'
  /** A whole folder, with everything in it. */
  folder?: boolean
  /** Empty when the picker is cancelled. */
  onChoose: (files: readonly File[]) => void
  children: ReactNode
}) {
  return (
    <label className={`utrecht-button utrecht-button--${look} file${choice.capture === undefined ? '' : ' camera'}`} htmlFor={id}>
      <span>{children}</span>
      <input
        className="visually-hidden"
        id={id}
        type="file"
        {...choice}
        {...(folder && { webkitdirectory: '' })}
        onChange={(event) => {
          // copied first: clearing the control clears its list as well
          const files = [...(event.target.files ?? [])]
          event.target.value = ''
          onChoose(files)
        }}
      />
    </label>
  )
}
