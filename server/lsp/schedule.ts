// Runs work once the event loop has nothing newer to read: a burst of changes is answered once, without a fixed delay.
// It must not know LSP messages.

/** Marks `key` as changed; `run` is called for it when no further change arrived in two turns of the event loop. */
export function createSchedule(run: (key: string) => void): (key: string) => void {
  const waiting = new Set<string>();
  let changes = 0;
  let ticking = false;

  const settle = () => {
    const seen = changes;
    // The first turn lets the next queued message in, the second comes after it.
    setImmediate(() =>
      setImmediate(() => {
        if (changes !== seen) settle();
        else next();
      }),
    );
  };
  /** One key a turn, so that a request never waits for all of them. */
  const next = () => {
    const [key] = waiting;
    if (key === undefined) {
      ticking = false;
      return;
    }
    waiting.delete(key);
    run(key);
    settle();
  };

  return (key) => {
    waiting.add(key);
    changes++;
    if (ticking) return;
    ticking = true;
    settle();
  };
}

/** Lets what has already arrived be handled first: a cancellation, a newer version. */
export function turn(): Promise<void> {
  return new Promise((resolve) => setImmediate(() => setImmediate(resolve)));
}
