use crate::domain::document::{Block, Document};
use crate::domain::paper_kind::{Format, PaperKind};
use crate::paper::{Column, DrawnSignature, columns};

/// What the pages of a paper have in common.
pub(super) struct Look {
    /// What it says.
    pub(super) document: Document,
    /// The sheets it goes on.
    pub(super) format: Format,
    /// The picture in the letterhead.
    pub(super) logo: Option<String>,
    /// What was signed on the screen.
    pub(super) signatures: Vec<DrawnSignature>,
    columns: Vec<Vec<Column>>,
}

impl Look {
    pub(super) fn new(
        document: Document,
        format: Option<Format>,
        logo: Option<String>,
        signatures: Vec<DrawnSignature>,
    ) -> Self {
        let columns = columns(&document.blocks);
        let format = format.unwrap_or_else(|| document.paper.format());
        Self { document, format, logo, signatures, columns }
    }

    /// The classes of a page.
    pub(super) fn class(&self) -> String {
        let size = match self.format {
            Format::A4 => "sheet-a4",
            Format::A5 => "sheet-a5",
            Format::Slip80 => "sheet-slip",
            Format::A4Landscape => "sheet-wide",
        };
        let dress = match self.document.paper {
            PaperKind::CommitmentLetter | PaperKind::ThankYou | PaperKind::Apology => "sheet-letter",
            PaperKind::IntakeReceipt => "sheet-receipt",
            PaperKind::FeeStatement => "sheet-paper sheet-dense",
            _ => "sheet-paper",
        };
        format!("sheet {size} {dress}")
    }

    /// How many type sizes the style sheet has for it, and the one for several pages.
    pub(super) fn fits(&self) -> (usize, usize) {
        match (self.document.paper, self.format) {
            (PaperKind::CommitmentLetter | PaperKind::ThankYou | PaperKind::Apology, _) => (4, 1),
            (PaperKind::IntakeReceipt, _) => (2, 0),
            (_, Format::Slip80) => (1, 0),
            _ => (3, 1),
        }
    }

    /// The columns of the table that a block is a row of, as the style sheet's grid wants them:
    /// figures have the room they need, words share what is left.
    pub(super) fn tracks(&self, place: usize) -> String {
        let columns = self.columns.get(place).map(Vec::as_slice).unwrap_or_default();
        let track = |column: &Column| match column {
            Column { width, figures: true } => format!("calc({width} * 0.5em + 4.5mm)"),
            Column { width, figures: false } => format!("minmax(0, {width}fr)"),
        };
        columns.iter().map(track).collect::<Vec<_>>().join(" ")
    }

    /// How many places to sign there are before a block.
    pub(super) fn parties_before(&self, place: usize) -> usize {
        let parties = |block: &Block| match block {
            Block::Parties(parties) => parties.len(),
            _ => 0,
        };
        self.document.blocks.iter().take(place).map(parties).sum()
    }
}
