//! What the larger blocks of a paper consist of.

use crate::domain::lang::Lang;
use crate::domain::photo::FileHash;

/// What a row of a table is.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum RowRole {
    /// Names the columns; begins a table, and is repeated on every page the table goes on to.
    Head,
    /// One of its rows.
    Body,
    /// Sums up. With two cells, the first takes the room of all columns but the last.
    Total,
}

/// Somebody who signs.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Party {
    /// As what they sign.
    pub label: String,
    /// Their name, or nothing.
    pub name: String,
    /// The words before the line for the date, or the time.
    pub date_label: String,
}

/// A photo on a paper. The paper names its bytes, which never change; it does not hold them.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Picture {
    /// What is to be seen, or nothing.
    pub caption: String,
    /// Names its bytes.
    pub file: FileHash,
}

impl Picture {
    /// What is to be seen, and the beginning of what names the bytes: another photo is another text.
    pub(super) fn line(&self) -> String {
        format!("{} [{}]", self.caption, &self.file.as_str()[..12]).trim_start().to_owned()
    }
}

/// A process as columns of stages that cross three lanes.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Lanes {
    /// What the lanes are called: customer, frontstage, backstage.
    pub names: [String; 3],
    /// What the lines between them are called: of interaction, of visibility.
    pub lines: [String; 2],
    /// The stages, in order.
    pub stages: Vec<LaneStage>,
}

/// A stage of a process.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct LaneStage {
    /// Its name, with its number.
    pub name: String,
    /// What marks it, such as that a case is there; else nothing.
    pub mark: String,
    /// What is done in each lane.
    pub tasks: [Vec<String>; 3],
}

impl Party {
    pub(super) fn lines(&self, colon: &str) -> [String; 2] {
        [said(&self.label, &self.name, colon), said(&self.date_label, "", colon)]
    }
}

impl Lanes {
    /// The lanes with the lines between them, then each stage with what is done.
    pub(super) fn lines(&self, lang: Lang, colon: &str) -> Vec<String> {
        let [customer, frontstage, backstage] = &self.names;
        let [interaction, visibility] = &self.lines;
        let order = [customer, interaction, frontstage, visibility, backstage].map(String::as_str);
        let mut lines = vec![order.join(" / ")];
        let between = if lang.is_chinese() { "；" } else { "; " };
        for stage in &self.stages {
            lines.push([stage.name.as_str(), &stage.mark].join(" ").trim().to_owned());
            let done = self.names.iter().zip(&stage.tasks).filter(|(_, tasks)| !tasks.is_empty());
            lines.extend(done.map(|(lane, tasks)| said(lane, &tasks.join(between), colon)));
        }
        lines
    }
}

/// A label with what is said under it; a label alone is a place to fill in.
pub(super) fn said(label: &str, value: &str, colon: &str) -> String {
    if label.is_empty() { value.to_owned() } else { format!("{label}{colon}{value}").trim_end().to_owned() }
}
