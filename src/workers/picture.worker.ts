import { pictureMethods } from './pictureMethods'
import { ownChannel, serve } from './serve'

serve(ownChannel(), pictureMethods)
