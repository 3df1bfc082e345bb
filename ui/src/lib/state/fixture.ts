// For tests only: an open file.
import type { ShopInfo } from '$lib/api'

export const shopAt = (path: string): ShopInfo => ({
  path,
  file_name: path.split('/').at(-1) ?? path,
  shop_name: 'Maison Vaurelle',
  demonstration: false,
  clients: 480,
  inactive: 0,
  saved_at: null,
  backed_up_at: null,
  operator: '',
})
