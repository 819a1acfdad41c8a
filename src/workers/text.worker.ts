import { ownChannel, serve } from './serve'
import { textMethods } from './textMethods'

serve(ownChannel(), textMethods())
