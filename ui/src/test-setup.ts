// What every test of the interface begins and ends with.
import { configure } from '@testing-library/svelte'
import { clearMocks } from '@tauri-apps/api/mocks'
import { afterEach } from 'vitest'

// On a busy machine a dialog whose script is fetched when it is needed takes longer than the second that is usual.
configure({ asyncUtilTimeout: 10_000 })

afterEach(() => {
  clearMocks()
})
