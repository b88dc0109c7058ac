/** A single checkbox that is not a question of the rules, with its hint beneath.
 * @param describedBy id of an element elsewhere that describes it */
export function Checkbox({
  id,
  label,
  hint,
  describedBy,
  checked,
  onChange,
}: {
  id: string
  label: string
  hint?: string
  describedBy?: string
  checked: boolean
  onChange: (checked: boolean) => void
}) {
  const box = (
    <label className="option" htmlFor={id}>
      <input
        type="checkbox"
        id={id}
        className="utrecht-checkbox utrecht-checkbox--html-input"
        aria-describedby={hint === undefined ? describedBy : `${id}-hint`}
        checked={checked}
        onChange={(event) => onChange(event.target.checked)}
      />
      <span>{label}</span>
    </label>
  )
  if (hint === undefined) return box
  return (
    <div className="field">
      {box}
      <p className="utrecht-form-field-description" id={`${id}-hint`}>
        {hint}
      </p>
    </div>
  )
}
