/** Every box of a form: the parts of its blocks, then the boxes of its sections. */
export const boxesOf = <Box>(form: {
  readonly blocks?: readonly { readonly boxes: readonly Box[] }[] | undefined
  readonly sections: readonly { readonly boxes: readonly Box[] }[]
}): Box[] => [...(form.blocks ?? []), ...form.sections].flatMap(({ boxes }) => [...boxes])
