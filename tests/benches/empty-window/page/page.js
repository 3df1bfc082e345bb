// The least that can answer a keystroke: one text changes.
const field = document.getElementById('field')
const rows = document.getElementById('rows')
field.addEventListener('input', () => (rows.textContent = field.value))
field.focus()
// Two frames later the field is on the screen: the mark that the measurement waits for.
requestAnimationFrame(() => requestAnimationFrame(() => performance.mark('usable')))
