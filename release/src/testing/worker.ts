// A process of its own that works on a bucket, for the tests of concurrency and sudden death.
// argv: bucket, number of the storage write before which it kills itself (0: none), then
//   promote <label> <count>   or   publish <folder>
import { openStorage, promote, publish, type Storage } from '../index.ts';

const [bucket = '', dieBefore = '0', command, subject = '', count = '1'] = process.argv.slice(2);
let writes = 0;
const real = openStorage(bucket);
const storage: Storage = {
  ...real,
  async write(path, bytes, options) {
    writes += 1;
    if (writes === Number(dieBefore)) process.kill(process.pid, 'SIGKILL');
    return real.write(path, bytes, options);
  },
};
const context = { storage, root: '/nowhere', by: subject, now: () => new Date(), say: () => {} };
if (command === 'publish') await publish(context, subject);
else
  for (let i = 0; i < Number(count); i += 1)
    await promote(context, [{ name: 'mfe-leads', version: i % 2 === 0 ? '1.1.0' : '1.2.0' }], {
      channel: 'production',
      reason: `${subject} ${i}`,
      allowSame: true,
    });
