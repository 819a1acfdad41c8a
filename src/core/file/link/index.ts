export { fragmentOf, type LinkWay } from './address'
export { decodeBytes, encodeBytes } from './base64url'
export { pack, unpack, type UnpackProblem } from './pack'
