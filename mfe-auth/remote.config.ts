import { describeRemote } from '@piloto/tooling/remote-definition';

export default describeRemote({
  provides: { session: 'src/session.ts' },
  routes: [],
});
