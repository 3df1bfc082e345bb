// Finds what a person would find: a visible control by the name that is shown or read aloud, and the words on the screen.
// Run as the body of a function; arguments[0] says what is asked, the rest with what.
const text = (value) => (value ?? '').replace(/[\s\u00a0\u202f]+/g, ' ').trim()
const visible = (element) =>
  element.checkVisibility({ visibilityProperty: true, opacityProperty: false }) &&
  element.getClientRects().length > 0 &&
  !element.closest('[inert]')
const referenced = (ids) =>
  ids.split(/\s+/).map((id) => text(document.getElementById(id)?.textContent)).join(' ')
const spokenText = (element) => {
  if (element.nodeType === Node.TEXT_NODE) return element.textContent
  if (element.nodeType !== Node.ELEMENT_NODE || element.getAttribute('aria-hidden') === 'true') return ''
  return [...element.childNodes].map(spokenText).join(' ')
}
const nameOf = (element) =>
  text(
    (element.hasAttribute('aria-labelledby') && referenced(element.getAttribute('aria-labelledby'))) ||
      element.getAttribute('aria-label') ||
      (element.labels && [...element.labels].map(spokenText).join(' ')) ||
      spokenText(element) ||
      element.getAttribute('placeholder') ||
      element.getAttribute('title'),
  )
const top = () => [...document.querySelectorAll('dialog[open]')].at(-1) ?? document
const CONTROLS =
  'button, a[href], input:not([type=hidden]), textarea, select, summary, canvas, [role=button], [role=tab], [role=menuitem], [role=menuitemradio], [role=option], [role=checkbox], [role=switch], [role=radio]'
const asked = arguments[0]
const wanted = text(arguments[1])
if (asked === 'control') {
  // In a modal dialog nothing behind it can be reached.
  const candidates = [...top().querySelectorAll(CONTROLS)].filter(visible)
  const found =
    candidates.find((element) => nameOf(element) === wanted) ??
    candidates.find((element) => nameOf(element).startsWith(wanted)) ??
    candidates.find((element) => nameOf(element).includes(wanted)) ??
    null
  // Where only the label is drawn, that is what a person clicks.
  return found?.matches('input.sr') && found.labels.length > 0 ? found.labels[0] : found
}
if (asked === 'words') return text(document.body.innerText).includes(wanted)
if (asked === 'screen') return document.body.innerText
if (asked === 'value') {
  const fields = 'input, textarea, select, [role=checkbox], [role=switch]'
  const element = [...document.querySelectorAll(fields)].filter(visible).find((e) => nameOf(e).startsWith(wanted))
  if (!element) return null
  if (element.hasAttribute('aria-checked')) return element.getAttribute('aria-checked')
  return element.type === 'checkbox' ? String(element.checked) : element.value
}
if (asked === 'focused') return nameOf(document.activeElement)
if (asked === 'row') {
  const rows = [...top().querySelectorAll('tr, [role=row], [role=option], li')].filter(visible)
  return rows.find((row) => text(row.innerText).includes(wanted)) ?? null
}
if (asked === 'controls') return [...document.querySelectorAll(CONTROLS)].filter(visible).map((e) => `${e.tagName.toLowerCase()} « ${nameOf(e)} »`).join('\n')
return null
