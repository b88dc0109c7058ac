export declare function keptCli(): Promise<string | null>
