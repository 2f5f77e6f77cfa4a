// Stands in for the native watchdog: leaves when the parent process is gone, looking every second.
exports.start = (parent) => {
  const watch = setInterval(() => {
    try {
      process.kill(parent, 0);
    } catch {
      process.exit(87);
    }
  }, 1000);
  watch.unref();
};
