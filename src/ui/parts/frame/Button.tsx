import type { ButtonHTMLAttributes, Ref } from 'react'

type Look = 'primary' | 'secondary' | 'subtle'
const LOOK: Readonly<Record<Look, string>> = {
  primary: 'utrecht-button utrecht-button--primary-action',
  secondary: 'utrecht-button utrecht-button--secondary-action',
  subtle: 'utrecht-button utrecht-button--subtle',
}

export function Button({
  look = 'primary',
  type = 'button',
  ...rest
}: ButtonHTMLAttributes<HTMLButtonElement> & { look?: Look; ref?: Ref<HTMLButtonElement> }) {
  return <button type={type} className={LOOK[look]} {...rest} />
}
