/** Why a document, or a part of one, was not taken. */
export const DOCUMENT_REFUSALS = {
  DOCUMENT_PART_DIFFERS: {
    status: 409,
    message: 'Something else was sent under this number before; it was not replaced.',
    remedy: 'If what is here is wrong, begin the document again.',
  },
  DOCUMENT_PART_BEYOND: {
    status: 409,
    message: 'With this part the document would be longer than was announced.',
    remedy: 'Check how the document is divided; if its length was wrong, begin it again.',
  },
  DOCUMENT_INCOMPLETE: {
    status: 409,
    message: 'Not all of the document has come.',
    remedy: 'Send the parts whose numbers are in "about", then complete it.',
  },
  DOCUMENT_NOT_AS_ANNOUNCED: {
    status: 409,
    message: 'What has come is not what was announced: its SHA-256 is another.',
    remedy: 'Begin the document again with the SHA-256 of what is sent.',
  },
  DOCUMENT_CONTENT_REFUSED: {
    status: 409,
    message: 'The content is not what its media type says, or cannot be kept safely.',
    remedy:
      'Send a PDF, a PNG or JPEG picture, plain text in UTF-8 or a DOCX without macros, and say which it is. Save it anew from the program it was made with if it already is one.',
  },
} as const;
