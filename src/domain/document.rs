//! What a paper says, as blocks of text: the same for screen, print, text and hash.

use super::date::Date;
use super::lang::Lang;
use super::shop::{LogoMark, hex};
use sha2::{Digest, Sha256};

/// Which paper of the trade it is.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Paper {
    /// The commitment letter.
    Letter,
    /// The intake receipt.
    Receipt,
}

/// A piece of a paper. A block is never cut between two pages.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Block {
    /// Who issues the paper.
    Letterhead {
        /// The shop's name.
        name: String,
        /// Address, phone, hours: a line each.
        lines: Vec<String>,
        /// The shop's picture.
        logo: Option<LogoMark>,
    },
    /// The paper's name.
    Title(String),
    /// A small line below the title or above the text: number, date, what is replaced.
    Reference(String),
    /// To whom, flush left.
    Addressee(String),
    /// Running text.
    Paragraph(String),
    /// The head of a numbered section; stays with what follows.
    Section(String),
    /// A clause with its number in the section.
    Clause {
        /// Counts from 1 within the section.
        number: u32,
        /// What is promised.
        text: String,
        /// Whether it is measured.
        measured: bool,
    },
    /// Rows of a name and what it is.
    Facts(Vec<(String, String)>),
    /// The formal close: each line set as custom wants.
    Regards(Vec<String>),
    /// Who signs, room for the seal, and the date.
    Signature {
        /// The words before the line to sign on.
        signatory_label: String,
        /// The name of who signs, or nothing.
        signatory: String,
        /// The shop, above or beside the seal.
        shop: String,
        /// The words in the room for the seal.
        seal_label: String,
        /// The date in words.
        date: String,
    },
    /// Small print at the end.
    Note(String),
}

/// A paper's content in one language.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Document {
    /// Which paper it is.
    pub paper: Paper,
    /// Its language.
    pub lang: Lang,
    /// What it says, from top to bottom.
    pub blocks: Vec<Block>,
}

impl Document {
    /// The whole paper as plain text, a line or more for each block.
    #[must_use]
    pub fn plain_text(&self) -> String {
        let mut lines = Vec::new();
        for block in &self.blocks {
            match block {
                Block::Letterhead { name, lines: more, .. } => {
                    lines.push(name.clone());
                    lines.extend(more.iter().cloned());
                }
                Block::Title(text)
                | Block::Reference(text)
                | Block::Addressee(text)
                | Block::Paragraph(text)
                | Block::Section(text)
                | Block::Note(text) => lines.push(text.clone()),
                Block::Clause { number, text, .. } => lines.push(format!("{number}. {text}")),
                Block::Facts(rows) => {
                    lines.extend(rows.iter().map(|(name, value)| format!("{name}: {value}")))
                }
                Block::Regards(more) => lines.extend(more.iter().cloned()),
                Block::Signature { signatory_label, signatory, shop, seal_label, date } => {
                    lines.push(shop.clone());
                    lines.push(format!("{signatory_label} {signatory}"));
                    lines.push(seal_label.clone());
                    lines.push(date.clone());
                }
            }
        }
        lines.join("\n")
    }

    /// The content hash: SHA-256 (FIPS 180-4) of the plain text in UTF-8, its first 48 bits.
    #[must_use]
    pub fn hash(&self) -> ContentHash {
        ContentHash(hex(&Sha256::digest(self.plain_text().as_bytes())[..6]).to_ascii_uppercase())
    }
}

/// A short fingerprint of a paper's text: twelve hexadecimal digits.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct ContentHash(String);

impl ContentHash {
    /// The hash that `text` spells, if it spells one.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let digits = text.bytes().all(|b| matches!(b, b'0'..=b'9' | b'A'..=b'F'));
        (text.len() == 12 && digits).then(|| Self(text.to_owned()))
    }

    /// The digits as they are stored.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The digits in groups of four, as they are printed.
    #[must_use]
    pub fn grouped(&self) -> String {
        [&self.0[..4], &self.0[4..8], &self.0[8..]].join(" ")
    }
}

/// A paper that was given out: it never changes.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Issued {
    /// The number it was given.
    pub number: String,
    /// Its revision, from 1.
    pub revision: u32,
    /// The day on it.
    pub date: Date,
    /// What it says.
    pub document: Document,
    /// The fingerprint of what it says.
    pub hash: ContentHash,
}

impl Issued {
    /// Whether the text still is what was issued.
    #[must_use]
    pub fn is_genuine(&self) -> bool {
        self.document.hash() == self.hash
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn paper(text: &str) -> Document {
        Document { paper: Paper::Receipt, lang: Lang::ZhCn, blocks: vec![Block::Paragraph(text.to_owned())] }
    }

    #[test]
    fn the_hash_is_of_the_text() {
        // SHA-256("abc") begins ba7816bf8f01 (FIPS 180-4, example B.1).
        assert_eq!(paper("abc").hash().as_str(), "BA7816BF8F01");
        assert_eq!(paper("abc").hash().grouped(), "BA78 16BF 8F01");
        assert_ne!(paper("abc").hash(), paper("abd").hash());
    }
}
