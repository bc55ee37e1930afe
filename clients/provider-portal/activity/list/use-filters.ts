import { useSearchParams } from 'react-router'

/** The filters of a list, kept in the address; a blank one leaves it. */
export function useFilters() {
  const [params, setParams] = useSearchParams()
  const set = (name: string, value: string | undefined) =>
    setParams(
      (before) => {
        const after = new URLSearchParams(before)
        if (value) after.set(name, value)
        else after.delete(name)
        return after
      },
      { replace: true },
    )
  return {
    get: (name: string) => params.get(name) ?? undefined,
    set,
    /** The address with another value of one filter. */
    with: (name: string, value: string | undefined) => {
      const after = new URLSearchParams(params)
      if (value) after.set(name, value)
      else after.delete(name)
      return `?${after}`
    },
    isEmpty: params.size === 0,
    clear: () => setParams({}, { replace: true }),
    text: params.size > 0 ? `?${params}` : '',
  }
}
