// Loaded into a program that is not ours: when its supervisor is gone, it ends with all that it has started.
if (process.connected) {
  process.on('disconnect', () =>
    process.kill(process.platform === 'win32' ? process.pid : -process.pid, 'SIGTERM'),
  );
  process.channel?.unref();
}
