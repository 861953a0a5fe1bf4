/** Progress of the set-up: one line when a step begins, one when it ends, and one every few seconds between. */
export function createProgress(total, write = (line) => process.stderr.write(`${line}\n`), every = 5000) {
  let number = 0;
  return {
    note: write,
    async step(name, work) {
      number += 1;
      const label = `[${number}/${total}] ${name}`;
      const began = Date.now();
      const seconds = () => ((Date.now() - began) / 1000).toFixed(1);
      write(`${label}…`);
      const beat = setInterval(() => write(`${label}: ${seconds()} s…`), every);
      try {
        const result = await work();
        write(`${label}: done in ${seconds()} s`);
        return result;
      } finally {
        clearInterval(beat);
      }
    },
  };
}
