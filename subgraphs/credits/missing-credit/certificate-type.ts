/** What a certificate may be, and how its bytes begin; names and announced types say nothing. */
const signatures = [
  { type: 'application/pdf', extension: 'pdf', bytes: [0x25, 0x50, 0x44, 0x46, 0x2d] },
  { type: 'image/png', extension: 'png', bytes: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a] },
  { type: 'image/jpeg', extension: 'jpg', bytes: [0xff, 0xd8, 0xff] },
] as const

export type CertificateType = (typeof signatures)[number]['type']

/** How many bytes tell what a file is. */
export const signatureLength = 8

/** What a file is by its first bytes; undefined for everything else, such as SVG, HTML or an archive. */
export const certificateTypeOf = (head: Uint8Array): CertificateType | undefined =>
  signatures.find(({ bytes }) => bytes.every((byte, place) => head[place] === byte))?.type

/** How the name of a file of a type ends. */
export const extensionOf = (type: CertificateType): string =>
  signatures.find((signature) => signature.type === type)?.extension ?? 'bin'
