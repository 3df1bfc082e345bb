import { clearMocks } from '@tauri-apps/api/mocks'
import { configure } from '@testing-library/svelte'
import { afterEach } from 'vitest'

// What is fetched late comes even later on a busy machine.
configure({ asyncUtilTimeout: 10_000 })

afterEach(() => {
  clearMocks()
})
