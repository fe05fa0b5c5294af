// What Electron gives a utility process instead of `process.send`: a port whose messages come as events.
const send = process.send?.bind(process);
delete process.send;
Object.defineProperty(process, 'parentPort', {
  value: {
    postMessage: (message: unknown) => send?.(message),
    on: (_event: 'message', listener: (event: { data: unknown }) => void) =>
      process.on('message', (data) => listener({ data })),
  },
});
