import DataLoader from 'dataloader'

/** A loader of one noun for one request: many keys become one read; null stands for what was not found. */
export function loaderOf<T>(read: (keys: readonly string[]) => Promise<T[]>, keyOf: (item: T) => string) {
  return new DataLoader<string, T | null>(async (keys) => {
    const found = new Map((await read(keys)).map((item) => [keyOf(item), item]))
    return keys.map((key) => found.get(key) ?? null)
  })
}
