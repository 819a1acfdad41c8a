import { routeMethods } from './routeMethods'
import { ownChannel, serve } from './serve'

serve(ownChannel(), routeMethods())
