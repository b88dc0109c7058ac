import type { Icon as Name } from '../../../model/schema/common.ts'

/** A decorative icon beside a name that says it all; nothing where the rules give none. */
export const Icon = ({ name }: { name: Name | null }) => name && <span className="icon" data-icon={name} aria-hidden="true" />
