//! Photos and files of a case. A case's journal says what each is of; its bytes never change, are
//! named by their content and kept beside the journals.

use super::id::{AssetId, TaskId};
use super::local_time::LocalTime;
use super::shop::hex;
use sha2::{Digest, Sha256};

/// The largest file that is kept: 10 MiB. Photos are made far smaller first.
pub const MAX_FILE_BYTES: u32 = 10 * 1024 * 1024;

/// A photo or a file of a case.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Photo {
    /// Its place among the others.
    pub rank: u32,
    /// What is to be seen on it, or nothing.
    pub caption: String,
    /// What it was taken for.
    pub of: PhotoOf,
    /// Names its bytes.
    pub file: FileHash,
    /// What its bytes are.
    pub media: MediaType,
    /// What the file was called; nothing of a photo.
    pub name: String,
    /// How many bytes it has.
    pub size: u32,
    /// Its width in pixels; 0 where it is no picture.
    pub width: u32,
    /// Its height in pixels; 0 where it is no picture.
    pub height: u32,
    /// When it was taken, as the device says.
    pub taken: Option<LocalTime>,
    /// Whether papers for the customer show it: the acceptance report and the reply to a complaint.
    pub on_papers: bool,
}

/// What a photo was taken for.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum PhotoOf {
    /// The case as a whole.
    Case,
    /// A task of its process.
    Task(TaskId),
    /// A thing of the customer's.
    Asset(AssetId),
}

/// What bytes are, as they themselves say: never what a name or a sender claims.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum MediaType {
    /// A photo.
    Jpeg,
    /// A picture without loss.
    Png,
    /// A picture.
    Webp,
    /// A printed page.
    Pdf,
    /// Anything else: kept and handed out, never shown.
    Other,
}

impl MediaType {
    /// What these bytes are.
    #[must_use]
    pub fn of(bytes: &[u8]) -> Self {
        if bytes.starts_with(&[0xff, 0xd8, 0xff]) {
            Self::Jpeg
        } else if bytes.starts_with(b"\x89PNG\r\n\x1a\n") {
            Self::Png
        } else if bytes.starts_with(b"RIFF") && bytes.get(8..12) == Some(b"WEBP") {
            Self::Webp
        } else if bytes.starts_with(b"%PDF-") {
            Self::Pdf
        } else {
            Self::Other
        }
    }

    /// Whether it can be shown as a picture.
    #[must_use]
    pub fn is_picture(self) -> bool {
        matches!(self, Self::Jpeg | Self::Png | Self::Webp)
    }

    /// The name that browsers have for it.
    #[must_use]
    pub fn mime(self) -> &'static str {
        match self {
            Self::Jpeg => "image/jpeg",
            Self::Png => "image/png",
            Self::Webp => "image/webp",
            Self::Pdf => "application/pdf",
            Self::Other => "application/octet-stream",
        }
    }
}

/// Names bytes by their content: their SHA-256 (FIPS 180-4) in hexadecimal digits.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct FileHash(String);

impl FileHash {
    /// The name of these bytes.
    #[must_use]
    pub fn of(bytes: &[u8]) -> Self {
        Self(hex(&Sha256::digest(bytes)))
    }

    /// The hash that `text` spells, if it spells one.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let digits = text.bytes().all(|b| matches!(b, b'0'..=b'9' | b'a'..=b'f'));
        (text.len() == 64 && digits).then(|| Self(text.to_owned()))
    }

    /// The digits.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl std::fmt::Display for FileHash {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

/// Bytes with their name, which is theirs: they were not kept otherwise.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct KeptFile {
    hash: FileHash,
    bytes: Vec<u8>,
}

impl KeptFile {
    /// These bytes under the name that is theirs.
    #[must_use]
    pub fn new(bytes: Vec<u8>) -> Self {
        Self { hash: FileHash::of(&bytes), bytes }
    }

    /// What names the bytes.
    #[must_use]
    pub fn hash(&self) -> &FileHash {
        &self.hash
    }

    /// The bytes.
    #[must_use]
    pub fn bytes(&self) -> &[u8] {
        &self.bytes
    }
}

/// A small picture of a photo, made once.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Thumb {
    /// What it is of.
    pub of: FileHash,
    /// It as a JPEG.
    pub bytes: Vec<u8>,
}

/// The pixels of a JPEG or PNG, as its head says, before anybody makes room for them.
#[must_use]
pub fn pixels_of(bytes: &[u8]) -> Option<u64> {
    let number = |at: usize, len: usize| {
        let digits = bytes.get(at..at + len)?;
        Some(digits.iter().fold(0_u64, |sum, digit| sum << 8 | u64::from(*digit)))
    };
    match MediaType::of(bytes) {
        MediaType::Png => Some(number(16, 4)?.saturating_mul(number(20, 4)?)),
        MediaType::Jpeg => {
            let mut at = 2;
            // Each piece names its length; the frame's begins with C0 to CF, but for three others.
            while bytes.get(at) == Some(&0xff) {
                let marker = *bytes.get(at + 1)?;
                if matches!(marker, 0xc0..=0xcf) && !matches!(marker, 0xc4 | 0xc8 | 0xcc) {
                    return Some(number(at + 5, 2)? * number(at + 7, 2)?);
                }
                at += 2 + usize::try_from(number(at + 2, 2)?).ok()?;
            }
            None
        }
        MediaType::Webp | MediaType::Pdf | MediaType::Other => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bytes_say_themselves_what_they_are() {
        for (bytes, media) in [
            (&b"\xff\xd8\xff\xe0"[..], MediaType::Jpeg),
            (b"\x89PNG\r\n\x1a\n....", MediaType::Png),
            (b"RIFF....WEBPVP8 ", MediaType::Webp),
            (b"RIFF....WAVE", MediaType::Other),
            (b"%PDF-1.7", MediaType::Pdf),
            (b"hello, I am photo.jpg", MediaType::Other),
            (b"<svg onload=", MediaType::Other),
            (b"", MediaType::Other),
        ] {
            assert_eq!(MediaType::of(bytes), media, "{bytes:?}");
        }
    }

    #[test]
    fn bytes_are_named_by_their_content() {
        // FIPS 180-4, example B.1.
        let abc = FileHash::of(b"abc");
        assert_eq!(abc.as_str(), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
        assert_eq!(FileHash::parse(abc.as_str()), Some(abc.clone()));
        assert_eq!(FileHash::parse(&abc.as_str()[1..]), None);
        assert_eq!(FileHash::parse(&abc.as_str().to_ascii_uppercase()), None);
        assert_eq!(KeptFile::new(b"abc".to_vec()).hash(), &abc);
    }

    #[test]
    fn a_picture_s_head_says_how_large_it_is() {
        let png = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\x20\0\0\0\x10\0\x08";
        assert_eq!(pixels_of(png), Some(8192 * 4096));
        // A comment before the frame: 6000 by 8000.
        let jpeg = b"\xff\xd8\xff\xfe\x00\x04hi\xff\xc0\x00\x11\x08\x1f\x40\x17\x70\x03";
        assert_eq!(pixels_of(jpeg), Some(48_000_000));
        for torn in [&jpeg[..12], &png[..20], b"\xff\xd8\xff\xfe\0\0", b"text"] {
            let _ = pixels_of(torn);
        }
        assert_eq!(pixels_of(b"\xff\xd8\xff"), None);
    }
}
