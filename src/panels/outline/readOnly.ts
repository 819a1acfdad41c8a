import { useDocument } from '../../state/document'

export const useReadOnly = (): boolean => useDocument(({ isReadOnly }) => isReadOnly)
