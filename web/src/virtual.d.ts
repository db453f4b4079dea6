declare module 'virtual:phrases/*' {
  const phrases: Record<string, unknown>;
  export default phrases;
}
