import { remoteConfig } from '@piloto/tooling/remote-preset';

export default remoteConfig(import.meta.dirname);
