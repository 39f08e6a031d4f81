//! What a paper says, as blocks of text: the same for screen, print, text and hash.

mod parts;

pub use parts::{LaneStage, Lanes, Party, Picture, RowRole};

use super::date::Date;
use super::id::VisitId;
use super::lang::Lang;
use super::paper_kind::PaperKind;
use super::shop::{LogoMark, hex};
use parts::said;
use sha2::{Digest, Sha256};

/// A piece of a paper. A block is never cut between two pages. A text may hold [`MEASURED`],
/// which is shown as the sign of a measured promise.
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
    /// A row of a table. Rows that follow each other from a head on are one table.
    Row {
        /// What stands in each column.
        cells: Vec<String>,
        /// How many of the last columns are figures, flush right.
        figures: u32,
        /// What the row is.
        role: RowRole,
    },
    /// Something to tick by hand.
    Check {
        /// What is to be done.
        text: String,
        /// How to do it well.
        hint: String,
    },
    /// Places to write by hand, side by side.
    Room {
        /// What to write at each.
        labels: Vec<String>,
        /// How many lines of room each has.
        lines: u32,
    },
    /// Places to sign, side by side.
    Parties(Vec<Party>),
    /// A process with its lanes.
    Lanes(Lanes),
    /// Photos side by side.
    Pictures(Vec<Picture>),
}

/// A paper's content in one language.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Document {
    /// Which paper it is.
    pub paper: PaperKind,
    /// Its language.
    pub lang: Lang,
    /// What it says, from top to bottom.
    pub blocks: Vec<Block>,
}

/// Stands in a text for the sign of a measured promise.
pub const MEASURED: char = '⏱';

impl Block {
    /// The lines of plain text that the block says; nothing of it is an empty line.
    #[must_use]
    pub fn lines(&self, lang: Lang) -> Vec<String> {
        let colon = if lang.is_chinese() { "：" } else { ": " };
        let mut lines = match self {
            Self::Letterhead { name, lines, .. } => std::iter::once(name).chain(lines).cloned().collect(),
            Self::Title(text)
            | Self::Reference(text)
            | Self::Addressee(text)
            | Self::Paragraph(text)
            | Self::Section(text)
            | Self::Note(text) => vec![text.clone()],
            Self::Clause { number, text, measured } => {
                let mark = if *measured { format!(" {MEASURED}") } else { String::new() };
                vec![format!("{} {text}{mark}", clause_label(lang, *number))]
            }
            Self::Facts(rows) => rows.iter().map(|(name, value)| format!("{name}{colon}{value}")).collect(),
            Self::Regards(lines) => lines.clone(),
            Self::Signature { signatory_label, signatory, shop, seal_label, date } => {
                let signed = format!("{signatory_label}{colon}{signatory}").trim_end().to_owned();
                vec![shop.clone(), signed, seal_label.clone(), date.clone()]
            }
            Self::Row { cells, .. } => vec![cells.join("\t").trim_end().to_owned()],
            Self::Check { text, hint } => vec![format!("☐ {text}"), hint.clone()],
            Self::Room { labels, .. } => labels.iter().map(|label| said(label, "", colon)).collect(),
            Self::Parties(parties) => parties.iter().flat_map(|party| party.lines(colon)).collect(),
            Self::Lanes(lanes) => lanes.lines(lang, colon),
            Self::Pictures(pictures) => pictures.iter().map(Picture::line).collect(),
        };
        lines.retain(|line| !line.is_empty());
        lines
    }
}

/// A clause's number as the language writes it within a section: `1.` in Chinese, where the
/// section is 一; `(a)` in English, where the section is 1.
#[must_use]
pub fn clause_label(lang: Lang, number: u32) -> String {
    let letter = number.checked_sub(1).filter(|place| *place < 26).and_then(|n| char::from_u32(0x61 + n));
    match letter {
        Some(letter) if !lang.is_chinese() => format!("({letter})"),
        _ => format!("{number}."),
    }
}

impl Document {
    /// The whole paper as plain text, a line or more for each block.
    #[must_use]
    pub fn plain_text(&self) -> String {
        self.blocks.iter().flat_map(|block| block.lines(self.lang)).collect::<Vec<_>>().join("\n")
    }

    /// The paper's name, as its title says it.
    #[must_use]
    pub fn title(&self) -> &str {
        self.blocks
            .iter()
            .find_map(|block| match block {
                Block::Title(title) => Some(title.as_str()),
                _ => None,
            })
            .unwrap_or_default()
    }

    /// The picture that its letterhead names.
    #[must_use]
    pub fn logo(&self) -> Option<&LogoMark> {
        self.blocks.iter().find_map(|block| match block {
            Block::Letterhead { logo, .. } => logo.as_ref(),
            _ => None,
        })
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

impl std::fmt::Display for ContentHash {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
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
    /// The fingerprint of the revision that it replaces, if there is one. A commitment letter
    /// names the letter it revises instead.
    pub replaces: Option<ContentHash>,
    /// The visit it is about, where it is about one alone.
    pub visit: Option<VisitId>,
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
        Document {
            paper: PaperKind::IntakeReceipt,
            lang: Lang::ZhCn,
            blocks: vec![Block::Paragraph(text.to_owned())],
        }
    }

    #[test]
    fn a_paper_is_read_as_plain_text() {
        let blocks = vec![
            Block::Letterhead { name: "Corner Repairs".to_owned(), lines: Vec::new(), logo: None },
            Block::Clause { number: 2, text: "Be on time.".to_owned(), measured: true },
            Block::Facts(vec![("No.".to_owned(), "A-1".to_owned())]),
            Block::Signature {
                signatory_label: "Signature".to_owned(),
                signatory: String::new(),
                shop: "Corner Repairs".to_owned(),
                seal_label: "Stamp".to_owned(),
                date: String::new(),
            },
        ];
        let read =
            |lang| Document { paper: PaperKind::CommitmentLetter, lang, blocks: blocks.clone() }.plain_text();
        let english = "Corner Repairs\n(b) Be on time. ⏱\nNo.: A-1\nCorner Repairs\nSignature:\nStamp";
        assert_eq!(read(Lang::En), english);
        assert!(read(Lang::ZhCn).contains("2. Be on time. ⏱\nNo.：A-1\n"));
    }

    #[test]
    fn tables_places_and_lanes_are_read_as_plain_text() {
        let words = |list: &[&str]| list.iter().map(|word| (*word).to_owned()).collect::<Vec<_>>();
        let row = |cells: &[&str], role| Block::Row { cells: words(cells), figures: 1, role };
        let stage = |name: &str, mark: &str, tasks: [&[&str]; 3]| LaneStage {
            name: name.to_owned(),
            mark: mark.to_owned(),
            tasks: tasks.map(words),
        };
        let party = |label: &str, name: &str| Party {
            label: label.to_owned(),
            name: name.to_owned(),
            date_label: "Date".to_owned(),
        };
        let blocks = vec![
            row(&["Item", "Amount"], RowRole::Head),
            row(&["Pump", ""], RowRole::Body),
            row(&["Total", "9.00"], RowRole::Total),
            Block::Check { text: "Power off".to_owned(), hint: "At the wall.".to_owned() },
            Block::Check { text: "Dry".to_owned(), hint: String::new() },
            Block::Room { labels: words(&["Remarks", "Time"]), lines: 2 },
            Block::Parties(vec![party("Customer", "Lin"), party("For the shop", "")]),
            Block::Lanes(Lanes {
                names: ["Customer", "Front", "Back"].map(str::to_owned),
                lines: ["interaction", "visibility"].map(str::to_owned),
                stages: vec![
                    stage("1 Intake", "(now)", [&["calls"], &["greets", "asks"], &[]]),
                    stage("2 Work", "", [&[], &[], &["repairs"]]),
                ],
            }),
        ];
        let paper = Document { paper: PaperKind::Quote, lang: Lang::En, blocks };
        assert_eq!(
            paper.plain_text(),
            "Item\tAmount\nPump\nTotal\t9.00\n☐ Power off\nAt the wall.\n☐ Dry\nRemarks:\nTime:\n\
             Customer: Lin\nDate:\nFor the shop:\nDate:\n\
             Customer / interaction / Front / visibility / Back\n\
             1 Intake (now)\nCustomer: calls\nFront: greets; asks\n2 Work\nBack: repairs"
        );
    }

    #[test]
    fn an_english_clause_beyond_z_has_a_number() {
        let labels = [1, 26, 27, 0].map(|number| clause_label(Lang::En, number));
        assert_eq!(labels, ["(a)", "(z)", "27.", "0."]);
    }

    #[test]
    fn the_hash_is_of_the_text() {
        // SHA-256("abc") begins ba7816bf8f01 (FIPS 180-4, example B.1).
        assert_eq!(paper("abc").hash().as_str(), "BA7816BF8F01");
        assert_eq!(paper("abc").hash().grouped(), "BA78 16BF 8F01");
        assert_ne!(paper("abc").hash(), paper("abd").hash());
    }
}
