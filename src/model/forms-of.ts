/** Every form that a licence may have, each once; its usual one first. */
export const formsOf = ({
  form,
  forms,
}: {
  readonly form?: string | null | undefined
  readonly forms?: readonly { readonly form: string }[] | undefined
}): string[] => [...new Set([...(form === null || form === undefined ? [] : [form]), ...(forms ?? []).map((choice) => choice.form)])]
