/** Templates travel inside the bundle as text. */
declare module '*.typ?raw' {
  const source: string;
  export default source;
}
