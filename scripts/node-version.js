// Every script loads this first (`node --import`). Without it, an old Node would fail with a puzzling message.
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < 22 || (major === 22 && minor < 18)) {
  console.error(
    `Node ${process.versions.node} is too old, and the Node 24 that npm brings along is missing: ` +
      'run `npm ci` without --omit=optional, or install Node 24.',
  );
  process.exit(1);
}
