import { elkLayout } from '../engines/elk'
import { layoutMethods } from './layoutMethods'
import { ownChannel, serve } from './serve'

serve(ownChannel(), layoutMethods(elkLayout))
