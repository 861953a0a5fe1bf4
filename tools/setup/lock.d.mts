export type Holder = { pid: number; birth: string | undefined };
export function processBirth(pid: number): string | undefined;
export function isAlive(holder: Holder): boolean;
export function withLock<T>(file: string, work: () => Promise<T>, onWait?: (pid: number) => void): Promise<T>;
