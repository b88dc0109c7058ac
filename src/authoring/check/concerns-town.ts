import type { Finding } from '../../model/findings/finding.ts'
import { BASE } from '../../model/layers/base.ts'

/** The folder of a variant's town, from the root of the project. */
export const folderOfTown = (variant: string): string =>
  variant === BASE ? 'rules/base/' : `rules/municipalities/${variant.split('/')[0]}/`

/** Whether a finding is in a file of the town of this variant. */
export const concernsTown = (variant: string): ((finding: Pick<Finding, 'file'>) => boolean) => {
  const folder = folderOfTown(variant)
  return ({ file }) => file.startsWith(folder)
}
