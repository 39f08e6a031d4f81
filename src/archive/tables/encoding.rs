//! In what encoding a text is.

/// How characters are written as bytes.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Encoding {
    /// UTF-8, with or without its mark.
    Utf8,
    /// UTF-16, the less significant byte first.
    Utf16Le,
    /// UTF-16, the more significant byte first.
    Utf16Be,
    /// GB18030, which is also GBK and GB2312: what spreadsheets in mainland China write.
    Gb18030,
    /// Big5: what spreadsheets in Taiwan write.
    Big5,
}

impl Encoding {
    /// All encodings, in the order in which they are offered.
    pub const ALL: [Self; 5] = [Self::Utf8, Self::Gb18030, Self::Big5, Self::Utf16Le, Self::Utf16Be];

    /// The encoding of a text, as far as its bytes tell: by its mark, else UTF-8 where it is that, else
    /// GB18030. Big5 cannot be told from that: somebody has to choose it.
    #[must_use]
    pub fn guess(bytes: &[u8]) -> Self {
        match bytes {
            [0xef, 0xbb, 0xbf, ..] => Self::Utf8,
            [0xff, 0xfe, ..] => Self::Utf16Le,
            [0xfe, 0xff, ..] => Self::Utf16Be,
            _ => match std::str::from_utf8(bytes) {
                Ok(_) => Self::Utf8,
                // Cut within its last character.
                Err(error) if error.error_len().is_none() && error.valid_up_to() > 0 => Self::Utf8,
                Err(_) => Self::Gb18030,
            },
        }
    }

    /// Its name, by which the browser's `TextDecoder` knows it.
    #[must_use]
    pub fn label(self) -> &'static str {
        match self {
            Self::Utf8 => "utf-8",
            Self::Utf16Le => "utf-16le",
            Self::Utf16Be => "utf-16be",
            Self::Gb18030 => "gb18030",
            Self::Big5 => "big5",
        }
    }

    /// The encoding with this name, large or small letters.
    #[must_use]
    pub fn from_label(label: &str) -> Option<Self> {
        let label = label.trim().to_ascii_lowercase();
        match label.as_str() {
            "utf8" => Some(Self::Utf8),
            "gbk" | "gb2312" => Some(Self::Gb18030),
            "utf16" | "utf-16" => Some(Self::Utf16Le),
            _ => Self::ALL.into_iter().find(|encoding| encoding.label() == label),
        }
    }
}

/// The text of bytes in one of the Unicode encodings, without its mark; `None` for the others, which
/// the platform decodes. What is no character becomes U+FFFD.
#[must_use]
pub fn decode_unicode(encoding: Encoding, bytes: &[u8]) -> Option<String> {
    let units = |read: fn([u8; 2]) -> u16| {
        let units = bytes.chunks(2).map(|pair| match *pair {
            [one, other] => read([one, other]),
            _ => 0xfffd,
        });
        char::decode_utf16(units).map(|c| c.unwrap_or(char::REPLACEMENT_CHARACTER)).collect::<String>()
    };
    let text = match encoding {
        Encoding::Utf8 => String::from_utf8_lossy(bytes).into_owned(),
        Encoding::Utf16Le => units(u16::from_le_bytes),
        Encoding::Utf16Be => units(u16::from_be_bytes),
        Encoding::Gb18030 | Encoding::Big5 => return None,
    };
    Some(match text.strip_prefix('\u{feff}') {
        Some(bare) => bare.to_owned(),
        None => text,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn encodings_are_told_by_their_bytes() {
        for (bytes, encoding) in [
            (&b""[..], Encoding::Utf8),
            (b"name,phone", Encoding::Utf8),
            ("姓名".as_bytes(), Encoding::Utf8),
            (b"\xef\xbb\xbfname", Encoding::Utf8),
            (b"\xff\xfen\0", Encoding::Utf16Le),
            (b"\xfe\xff\0n", Encoding::Utf16Be),
            (b"\xd0\xd5\xc3\xfb,\xb5\xe7\xbb\xb0", Encoding::Gb18030),
            (&"姓名".as_bytes()[..5], Encoding::Utf8),
        ] {
            assert_eq!(Encoding::guess(bytes), encoding, "{bytes:x?}");
        }
    }

    #[test]
    fn unicode_is_decoded_here() {
        for (encoding, bytes, text) in [
            (Encoding::Utf8, &b"\xef\xbb\xbfa"[..], Some("a")),
            (Encoding::Utf8, b"a\xff", Some("a\u{fffd}")),
            (Encoding::Utf16Le, b"\xff\xfe\xd3\x59", Some("姓")),
            (Encoding::Utf16Be, b"\xfe\xff\x59\xd3\x00", Some("姓\u{fffd}")),
            (Encoding::Utf16Le, b"\x00\xd8", Some("\u{fffd}")),
            (Encoding::Gb18030, b"a", None),
        ] {
            assert_eq!(decode_unicode(encoding, bytes).as_deref(), text, "{encoding:?} {bytes:x?}");
        }
    }

    #[test]
    fn names_read_back() {
        for encoding in Encoding::ALL {
            assert_eq!(Encoding::from_label(&encoding.label().to_uppercase()), Some(encoding));
        }
        assert_eq!(Encoding::from_label("GBK"), Some(Encoding::Gb18030));
        assert_eq!(Encoding::from_label("latin1"), None);
    }
}
