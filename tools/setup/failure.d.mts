export class SetupFailure extends Error {}
export function explain(step: string, output: string, folder: string): SetupFailure;
