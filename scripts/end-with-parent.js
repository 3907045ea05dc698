// This is loaded into programs that are not ours. When the supervisor is gone, the program ends with all that it started.
if (process.connected) {
  process.on('disconnect', () =>
    process.kill(process.platform === 'win32' ? process.pid : -process.pid, 'SIGTERM'),
  );
  process.channel?.unref();
}
