// The choices offered where the detection may be overruled. Labels of the WHATWG Encoding Standard, which the core's decoder follows; it knows
// IBM850 besides, which old DOS programs wrote.

export const ENCODINGS: readonly string[] = [
  'UTF-8',
  'windows-1252',
  'UTF-16LE',
  'UTF-16BE',
  'macintosh',
  'IBM850',
]
export const SEPARATORS: readonly string[] = [';', ',', '\t', '|']

/** The usual choices, with what was detected among them even where it is none of these; compared without regard to case. */
export function withDetected(usual: readonly string[], detected: string | null): string[] {
  if (detected === null) return [...usual]
  const others = usual.filter((choice) => choice.toLowerCase() !== detected.toLowerCase())
  return others.length === usual.length
    ? [detected, ...usual]
    : usual.map((choice) => (others.includes(choice) ? choice : detected))
}
