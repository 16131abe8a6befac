//! A file as it is written on disk: its text together with the encoding and the byte order mark that it had, so that a part
//! of it can be replaced and all else stays as it was, byte for byte.

use encoding_rs::{UTF_16BE, UTF_16LE, WINDOWS_1252};

use super::{Source, SourcePath, fingerprint};

/// A file's text and how it is written.
#[derive(Clone, Debug)]
pub struct EncodedFile {
    /// The text, decoded as [`Source::decode`] does.
    pub source: Source,
    encoding: Encoding,
    mark: &'static [u8],
    /// Of all its bytes.
    digest: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Encoding {
    Utf8,
    Utf16Le,
    Utf16Be,
    Windows1252,
}

/// Why a text cannot be written as its file is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unwritable {
    /// A character that the file's encoding does not have.
    Character(char),
    /// It would be read as something else.
    Ambiguous,
}

impl EncodedFile {
    /// Reads a file's bytes; nothing when they would not come out again as they are.
    pub fn read(path: SourcePath, bytes: &[u8]) -> Option<Self> {
        let source = Source::decode(path, bytes);
        let (encoding, mark): (Encoding, &'static [u8]) = match encoding_rs::Encoding::for_bom(bytes) {
            Some((found, _)) if found == UTF_16LE => (Encoding::Utf16Le, b"\xFF\xFE"),
            Some((found, _)) if found == UTF_16BE => (Encoding::Utf16Be, b"\xFE\xFF"),
            marked => {
                let mark: &'static [u8] = if marked.is_some() { b"\xEF\xBB\xBF" } else { b"" };
                let is_utf8 = bytes.get(mark.len()..).is_some_and(|bytes| std::str::from_utf8(bytes).is_ok());
                (if is_utf8 { Encoding::Utf8 } else { Encoding::Windows1252 }, mark)
            }
        };
        let written = Self { source, encoding, mark, digest: digest(bytes) };
        let again = written.encode(&written.source.text).ok()?;
        (again == bytes).then_some(written)
    }

    /// A fingerprint of the file's bytes, to tell whether it is still the same.
    pub fn digest(&self) -> &str {
        &self.digest
    }

    /// Another text in the same encoding, with the same mark.
    ///
    /// # Errors
    /// When the encoding lacks a character, or the bytes would be read as another text.
    pub fn encode(&self, text: &str) -> Result<Vec<u8>, Unwritable> {
        let mut bytes = self.mark.to_vec();
        match self.encoding {
            Encoding::Utf8 => bytes.extend_from_slice(text.as_bytes()),
            Encoding::Utf16Le => bytes.extend(text.encode_utf16().flat_map(u16::to_le_bytes)),
            Encoding::Utf16Be => bytes.extend(text.encode_utf16().flat_map(u16::to_be_bytes)),
            Encoding::Windows1252 => {
                let (encoded, _, lossy) = WINDOWS_1252.encode(text);
                if lossy {
                    let has_none = |character: &char| WINDOWS_1252.encode(&character.to_string()).2;
                    return Err(text.chars().find(has_none).map_or(Unwritable::Ambiguous, Unwritable::Character));
                }
                bytes.extend_from_slice(&encoded);
            }
        }
        // `Ã¥` in Windows-1252 is `å` in UTF-8, and a text may begin with what looks like a mark.
        let again = Source::decode(self.source.path.clone(), &bytes);
        if *again.text == *text { Ok(bytes) } else { Err(Unwritable::Ambiguous) }
    }
}

/// A fingerprint of a file's bytes together with how many they are.
pub fn digest(bytes: &[u8]) -> String {
    format!("{:016x}-{}", fingerprint(bytes.iter().copied()), bytes.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comes_out_as_it_went_in() {
        let cases: [&[u8]; 8] = [
            b"",
            "åäö\r\nالعربية\n".as_bytes(),
            b"\xEF\xBB\xBFa;b\r\n",
            b"m\xE5l;\x80\r\n",
            b"\x81\x8D m\xE5l",
            b"\xFF\xFEa\0;\0\xE5\0",
            b"\xFE\xFF\0a\0;\0\xE5",
            b"\xEF\xBB\xBFm\xE5l",
        ];
        for bytes in cases {
            let written = EncodedFile::read(SourcePath::new("a.csv"), bytes).expect("it comes out again");
            assert_eq!(written.encode(&written.source.text).as_deref(), Ok(bytes), "{bytes:?}");
        }
        // Half a pair of surrogates.
        assert!(EncodedFile::read(SourcePath::new("a.csv"), b"\xFF\xFE\x00\xD8a\0").is_none());
    }

    #[test]
    fn refuses_what_the_encoding_lacks() {
        let written = EncodedFile::read(SourcePath::new("a.csv"), b"m\xE5l").expect("it comes out again");
        assert_eq!(written.encode("mål – “klart”").as_deref(), Ok(&b"m\xE5l \x96 \x93klart\x94"[..]));
        assert_eq!(written.encode("mål: ሰላም"), Err(Unwritable::Character('ሰ')));
        // It would be read as UTF-8.
        assert_eq!(written.encode("Ã¥"), Err(Unwritable::Ambiguous));
        assert_eq!(written.encode("mal").as_deref(), Ok(&b"mal"[..]));
    }
}
