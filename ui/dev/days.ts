// Days of the stand-in: YYYY-MM-DD, counted from today.
export const DAY = 86_400_000
export const iso = (at: number) => new Date(at).toISOString().slice(0, 10)
export const day = (from: number) => iso(Date.now() + from * DAY)
export const after = (start: string, months: number) => {
  const end = new Date(start)
  end.setMonth(end.getMonth() + months)
  return iso(end.getTime() - DAY)
}

let last = 1000
/** An identity that nothing has yet. */
export const nextId = () => ++last
