declare module 'virtual:phrases' {
  const loaders: Record<string, () => Promise<{ default: unknown }>>;
  export default loaders;
}
