/** An optional field: there with a value, absent without one. */
export const some = <K extends string, V>(key: K, value: V | undefined): { readonly [P in K]?: V } =>
  // One computed key is all that this object has.
  value === undefined ? {} : ({ [key]: value } as { readonly [P in K]?: V })
