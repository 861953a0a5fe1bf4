import { shellConfig } from '@piloto/tooling/shell-preset';

export default shellConfig(import.meta.dirname);
