export declare function modulesAreCurrent(root: string): boolean
export declare function ensureModules(folder?: string): void
