import type { Icon as Name } from '../../../model/schema/common.ts'

/** A small picture beside a name, which says it all by itself; nothing where the rules give none. */
export const Icon = ({ name }: { name: Name | null }) => name && <span className="icon" data-icon={name} aria-hidden="true" />
