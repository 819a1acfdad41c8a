// The columns that SQL of the selected object may name: those of its table or view.
import { createContext } from 'react'
import type { Column } from '../../../core/model/records'

export const SqlScope = createContext<readonly Pick<Column, 'name' | 'type'>[]>([])
